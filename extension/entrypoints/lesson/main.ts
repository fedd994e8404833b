import { mount } from "svelte";
import "../../look/tokens.css";
import "../../look/base.css";
import "../../pages/ui.css";
import "../../pages/pages.css";
import Page from "../../pages/lesson/lesson.svelte";

const target = document.getElementById("app");
if (target) mount(Page, { target });
