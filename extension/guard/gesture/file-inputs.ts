import { browser } from "wxt/browser";

type WithOpener = HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null };

/** Looks into a shadow root, closed or not, as only an extension may. */
export function shadowOf(element: Element): ShadowRoot | null {
  const firefox = (element as WithOpener).openOrClosedShadowRoot;
  if (firefox) return firefox;
  const { dom } = browser as unknown as {
    dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  };
  try {
    return dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
  } catch {
    return element.shadowRoot;
  }
}

export const isFileInput = (node: unknown): node is HTMLInputElement =>
  (node as Element | null)?.nodeName === "INPUT" && (node as HTMLInputElement).type === "file";

/** The file input behind an event; also one that lies in a closed shadow root, where the event names only its host. */
export function fileInputOf(event: Event): HTMLInputElement | undefined {
  const target = event.composedPath()[0];
  if (isFileInput(target)) return target;
  if (event.type !== "input" || !(target instanceof Element)) return undefined;
  return filledInputIn(shadowOf(target));
}

function filledInputIn(root: ShadowRoot | null): HTMLInputElement | undefined {
  if (!root) return undefined;
  for (const input of root.querySelectorAll<HTMLInputElement>("input[type=file]")) {
    if ((input.files?.length ?? 0) > 0) return input;
  }
  for (const element of root.querySelectorAll("*")) {
    const found = filledInputIn(shadowOf(element));
    if (found) return found;
  }
  return undefined;
}

/** Puts files into an input as if they had just been chosen: `input`, then `change`, once each. */
export function letInto(input: HTMLInputElement, files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
