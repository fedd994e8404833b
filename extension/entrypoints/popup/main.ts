import { mount } from "svelte";
import "../../pages/tokens.css";
import "../../pages/ui.css";
import "../../pages/pages.css";
import Page from "../../pages/popup.svelte";

const target = document.getElementById("app");
if (target) mount(Page, { target });
