const key = "chaperone-letter-keys";

/** Whether single letters work as keys here; they can be switched off (WCAG 2.1.4). */
class LetterKeys {
  #on = $state(localStorage.getItem(key) !== "off");

  get on(): boolean {
    return this.#on;
  }

  switch(on: boolean): void {
    this.#on = on;
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, "off");
  }
}

export const letterKeys = new LetterKeys();

/** Whether a key press is meant for a page and not for a field, a menu or the browser. */
export function isForPage(event: KeyboardEvent): boolean {
  if (!letterKeys.on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  return target?.closest("input, select, textarea, [contenteditable], [role=dialog], [role=menu]") == null;
}
