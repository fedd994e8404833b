import { press, pressAgain } from "../press-again.ts";
import { type MailButton, mailButtonOf } from "./mail-buttons.ts";
import type { Place } from "./route.ts";
import { about, type Tell } from "./teller.ts";

export interface ButtonEars {
  /** Labels that the clinic approved; undefined where its server knows of none, and nothing is watched. */
  approved(): readonly string[] | undefined;
  /** The record that is on the screen. */
  shown(): Place | undefined;
  readonly tell: Tell;
  /** Asks by the clinic's rules. @returns Whether it goes. */
  ask(button: MailButton): Promise<boolean>;
}

/**
 * Tells of presses on the clinical system's own buttons that send by e-mail. One that the clinic approved goes at once; any
 * other waits until somebody was asked.
 */
export function watchMailButtons({ approved, shown, tell, ask }: ButtonEars, signal: AbortSignal): void {
  let asking = false;
  let again = false;

  const settle = async (button: MailButton, place: Place | undefined): Promise<void> => {
    asking = true;
    const goes = await ask(button).catch(() => false);
    asking = false;
    if (!goes || signal.aborted) return;
    told(place, false);
    again = true;
    pressAgain(button.at);
    again = false;
  };
  const told = (place: Place | undefined, isApproved: boolean): void => {
    const { item: _, ...open } = about(place);
    tell({ ...open, kind: "record.export", what: isApproved ? "mail-approved" : "mail-unapproved" });
  };
  const hear = (event: Event): void => {
    const labels = approved();
    if (again || labels === undefined || (event as MouseEvent).button > 0) return;
    const place = shown();
    const button = mailButtonOf(event.composedPath(), labels, place !== undefined);
    if (!button) return;
    const isClick = event.type === "click";
    if (button.approved) {
      if (isClick) told(place, true);
      return;
    }
    event.stopImmediatePropagation();
    if (isClick) event.preventDefault();
    if (isClick && !asking) void settle(button, place);
  };
  for (const type of press) window.addEventListener(type, hear, { capture: true, signal });
}
