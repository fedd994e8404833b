/** All events of one press: a page may act on any of them (SITES.md A6: hold every event of the gesture). */
export const press = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"] as const;

/** Presses a button as a mouse does, when what held the person's own press lets it go. */
export function pressAgain(button: Element): void {
  const where = { bubbles: true, cancelable: true, composed: true, view: window } as const;
  for (const type of press.slice(0, 4)) {
    const Made = type.startsWith("pointer") ? PointerEvent : MouseEvent;
    button.dispatchEvent(new Made(type, where));
  }
  (button as HTMLElement).click();
}
