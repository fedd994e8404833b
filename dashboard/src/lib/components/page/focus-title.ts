import { tick } from "svelte";

/** Puts the focus on the page's title, once what had it is gone. */
export async function focusTitle(): Promise<void> {
  await tick();
  document.getElementById("page-title")?.focus();
}
