import { dispatch, listen, stop } from "./originals.ts";

const { DataTransfer: Transfer, Event: Plain } = globalThis;

/** A list of files as an input or a drop carries it. */
export function transferOf(files: readonly File[]): DataTransfer {
  const transfer = new Transfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

/** Puts files into an input as if they had just been chosen: `input`, then `change`, once each. */
export function letInto(input: HTMLInputElement, files: readonly File[]): void {
  input.files = transferOf(files).files;
  dispatch(input, new Plain("input", { bubbles: true, composed: true }));
  dispatch(input, new Plain("change", { bubbles: true }));
}

/** Empties an input whose files are held, and keeps from the page the `change` that the browser fires after `input`. */
export function empty(input: HTMLInputElement, after: Event): void {
  input.value = "";
  if (after.type !== "input") return;
  let muted = true;
  listen(input, "change", (event) => {
    if (muted) stop(event);
    muted = false;
  });
  setTimeout(() => {
    muted = false;
  });
}
