import { milliseconds } from "#domain/policy-number";
import { pagePolicy } from "#domain/policy-of-pages";
import { type CheckingNotice, checking, nameGoesHere } from "../../dialog/notices.ts";
import { type StringKey, say } from "../../dialog/strings.ts";
import { isOrphaned } from "../orphaned.ts";
import type { Check } from "../settle/check.ts";
import type { HeldDocument } from "../settle/judged.ts";
import { drawing } from "./early-notice.ts";
import { stage } from "./stage.ts";

/** Milliseconds that a notice stays once it is shown, so that it does not flicker. */
const noticeAtLeast = 400;
/** Milliseconds between looks at how far a check is. */
const lookEvery = 250;

export interface CheckWords {
  readonly key: StringKey;
  /** File name or number of files. */
  readonly name: string;
  readonly stop: StringKey;
}

/** How a check ended: all judged, stopped by the person, out of time with some still open, or the extension is gone. */
export interface Watched {
  readonly how: "finished" | "stopped" | "late" | "orphaned";
  readonly documents: readonly HeldDocument[];
}

/**
 * Shows a check from 100 ms on and ends with its budget at the latest.
 *
 * @param since - `performance.now()` when the gesture was held: the times count from there.
 * @param budget - Milliseconds after `since`.
 */
export async function watchCheck(
  check: Check,
  words: CheckWords,
  { since, budget, closing }: { since: number; budget: number; closing: AbortSignal },
): Promise<Watched> {
  let notice: CheckingNotice | undefined;
  let shownAt = 0;
  let stopped: (how: "stopped") => void = () => {};
  const stop = new Promise<"stopped">((resolve) => {
    stopped = resolve;
  });
  const left = (ms: number): number => Math.max(0, since + ms - performance.now());
  const show = setTimeout(
    () => {
      shownAt = performance.now();
      const said = say(words.key, { file: nameGoesHere, n: words.name });
      notice = checking(stage(), said, words.name, {
        label: say(words.stop),
        pressed: () => stopped("stopped"),
      });
    },
    left(milliseconds(pagePolicy.verdictVisibleWithin) - drawing),
  );
  let orphaned: (how: "orphaned") => void = () => {};
  const gone = new Promise<"orphaned">((resolve) => {
    orphaned = resolve;
  });
  const look = setInterval(() => {
    if (isOrphaned()) orphaned("orphaned");
    if (performance.now() - since >= milliseconds(pagePolicy.verdictProgressAfter)) tell(notice, check);
  }, lookEvery);
  const late = new Promise<"late">((resolve) => setTimeout(resolve, left(budget), "late"));
  const closed = new Promise<"stopped">((resolve) =>
    closing.addEventListener("abort", () => resolve("stopped"), { once: true }),
  );
  const finished = check.finished.then(() => (isOrphaned() ? "orphaned" : "finished"));
  const how = await Promise.race([finished, stop, late, gone, closed]);
  clearTimeout(show);
  clearInterval(look);
  if (notice) {
    const rest = shownAt + noticeAtLeast - performance.now();
    if (how === "finished" && rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    notice.close();
  }
  return { how, documents: check.now() };
}

function tell(notice: CheckingNotice | undefined, check: Check): void {
  if (!notice) return;
  if (check.total > 1) {
    notice.progress(say("checking.count", { done: check.done, of: check.total }), check.done / check.total);
    return;
  }
  const read = check.reading;
  if (!read || read.of < 1) notice.progress(say("checking.here"));
  else if (read.unit === "byte") notice.progress(say("checking.here"), read.done / read.of);
  else notice.progress(say("checking.page", { done: read.done, of: read.of }), read.done / read.of);
}
