import { milliseconds } from "#domain/policy-number";
import { pagePolicy } from "#domain/policy-of-pages";
import { sayEarly } from "../../dialog/early-strings.ts";
import { checking, type Notice } from "../../dialog/notices.ts";
import { stage } from "./stage.ts";

/** Milliseconds that drawing takes on a busy computer: the notice must stand, not begin, in time. */
export const drawing = 40;

/**
 * A notice in time even where it is not yet known what is held: the background wakes, a folder is read, the mail server
 * hands out an attachment.
 *
 * @param since - `performance.now()` when the gesture was held.
 */
export function earlyNotice(key: "checking.some" | "checking.message", since: number): Notice {
  let notice: Notice | undefined;
  const show = (): void => {
    notice = checking(stage(), sayEarly(key), "");
  };
  const wait = since + milliseconds(pagePolicy.verdictVisibleWithin) - drawing - performance.now();
  const timer = setTimeout(show, Math.max(0, wait));
  return {
    close() {
      clearTimeout(timer);
      notice?.close();
    },
  };
}
