/**
 * Looks into the extension's closed shadow root. Their source text is sent into the page, so each stands alone
 * and uses nothing of this module.
 */

/** What a person sees of an open dialog. */
export interface DialogSeen {
  readonly title: string;
  /** All visible words, white space collapsed. */
  readonly text: string;
  /** Names of what can be pressed, in their order. */
  readonly controls: readonly string[];
  /** Name of the control that has the focus, '' if none. */
  readonly focused: string;
}

/** The open dialog of this root, null if there is none. */
export function seeDialog(root: ShadowRoot): DialogSeen | null {
  const flat = (text: string | null | undefined) =>
    (text ?? "").replace(/\s+/g, " ").replaceAll("’", "'").trim();
  const dialog = [
    ...root.querySelectorAll<HTMLElement>("[role=alertdialog], dialog[open], [role=dialog]"),
  ].find((one) => one.getClientRects().length > 0);
  if (!dialog) return null;
  const labelled = dialog.getAttribute("aria-labelledby") ?? "";
  const title = root.getElementById(labelled) ?? dialog.querySelector("h1, h2");
  const controls = [...dialog.querySelectorAll<HTMLElement>("button, a[href]")];
  return {
    title: flat(title?.textContent),
    text: flat(dialog.innerText),
    controls: controls.filter((one) => one.getClientRects().length > 0).map((one) => flat(one.innerText)),
    focused: flat((root.activeElement as HTMLElement | null)?.innerText),
  };
}

/** Text of the notices that stand in this root, null if there is none. */
export function seeNotice(root: ShadowRoot): string | null {
  const notices = [...root.querySelectorAll<HTMLElement>("[role=status]")];
  const words = notices.map((one) => one.innerText.replace(/\s+/g, " ").replaceAll("’", "'").trim());
  return words.filter((text) => text !== "").join(" ") || null;
}

/**
 * The control of this name: a button, link, field or label that shows it exactly, else one that begins with it.
 */
export function findControl(root: ShadowRoot, name: string): Element | null {
  const flat = (text: string | null | undefined) =>
    (text ?? "").replace(/\s+/g, " ").replaceAll("’", "'").trim();
  const named = [
    ...root.querySelectorAll<HTMLElement>("button, a[href], label, input, textarea, select, summary"),
  ]
    .filter((one) => one.getClientRects().length > 0)
    .map((one) => {
      const by = root.getElementById(one.getAttribute("aria-labelledby") ?? "");
      return { one, words: flat(one.getAttribute("aria-label") ?? by?.textContent ?? one.innerText) };
    });
  const wanted = flat(name);
  return (
    named.find(({ words }) => words === wanted)?.one ??
    named.find(({ words }) => words.startsWith(wanted))?.one ??
    null
  );
}

/** The first field for free text in this root. */
export function findTextField(root: ShadowRoot): Element | null {
  return root.querySelector("textarea, input:not([type]), input[type=text]");
}

/** Scrolls an element into view and gives the middle of what shows of it, in CSS pixels of its window. */
export function middleOf(element: Element): { x: number; y: number } {
  element.scrollIntoView({ block: "nearest" });
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
