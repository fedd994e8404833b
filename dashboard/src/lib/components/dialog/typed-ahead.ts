/**
 * Between the press that asks for a dialog and its field lies the fetching of its code. What is typed meanwhile is meant for
 * the field: it is held, and given to it.
 */

let held: { text: string } | undefined;

/** Waits for letters until the returned function is called; Escape calls `onleave`. */
export function holdLetters(onleave: () => void): () => void {
  const mine = { text: "" };
  held = mine;
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") onleave();
    else if (event.key === "Backspace") mine.text = mine.text.slice(0, -1);
    else if ([...event.key].length !== 1) return;
    // A key that is held down is still the press that asked.
    else if (!event.repeat) mine.text += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", press, { capture: true });
  return () => {
    window.removeEventListener("keydown", press, { capture: true });
    if (held === mine && mine.text === "") held = undefined;
  };
}

/** Puts what was typed ahead behind what a field holds. */
export function giveLetters(field: HTMLElement): void {
  const text = held?.text ?? "";
  held = undefined;
  const takes = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  if (text === "" || !takes || field.type === "checkbox" || field.type === "radio") return;
  field.value += text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A key that is still held down from the press that opened a dialog writes nothing into it and presses nothing. */
export function holdKeysBack(dialog: HTMLElement): void {
  const over = new AbortController();
  const { signal } = over;
  const press = (event: KeyboardEvent): void => {
    if (event.repeat) event.preventDefault();
    else over.abort();
  };
  dialog.addEventListener("keydown", press, { capture: true, signal });
  dialog.addEventListener("keyup", () => over.abort(), { signal });
}
