import { milliseconds, policy } from "#domain/policy";
import { checking, type Notice } from "../../dialog/notices.ts";
import { stage } from "./stage.ts";

/** Milliseconds that drawing takes: the notice must stand, not begin, in time. */
const drawing = 20;

/**
 * A notice in time even where it is not yet known what is held: the background wakes, a folder is read, the mail server
 * hands out an attachment.
 *
 * @param since - `performance.now()` when the gesture was held.
 */
export function earlyNotice(key: "checking.some" | "checking.message", since: number): Notice {
  let notice: Notice | undefined;
  const show = (): void => {
    notice = checking(stage(), key, "");
  };
  const wait = since + milliseconds(policy.verdictVisibleWithin) - drawing - performance.now();
  const timer = setTimeout(show, Math.max(0, wait));
  return {
    close() {
      clearTimeout(timer);
      notice?.close();
    },
  };
}
