import { mount, unmount } from "svelte";
import Waiting from "./waiting.svelte";

let shown: object | undefined;

/** Shows the frame, the page's title and what is waited for, until the first page stands (app.html's `#shell`). */
export function showWaiting(): void {
  const shell = document.getElementById("shell");
  if (!shell) return;
  const target = document.createElement("div");
  target.id = "waiting";
  shell.replaceWith(target);
  shown = mount(Waiting, { target, props: { path: location.pathname } });
}

/** The first page stands, or says why it does not. */
export function endWaiting(): void {
  if (shown) void unmount(shown);
  shown = undefined;
  document.getElementById("waiting")?.remove();
}
