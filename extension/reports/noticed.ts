import { instantsOf, readingAt } from "#domain/base/local-time";
import { offsetIn } from "./offset-at.ts";

/** When something was noticed, as the form holds it: when the form was opened, or what the clinic's clocks showed. */
export interface Noticed {
  readonly when: "now" | "earlier";
  /** `2026-11-24T10:42`; '' while nothing is typed. */
  readonly reading: string;
  /** Which of two, in the hour that comes twice; '' until it was asked and answered. */
  readonly which: "first" | "second" | "";
}

export type NoticedError = "missing" | "never-was" | "which" | "to-come";

/** A time before now, ready to be typed over. */
export const earlierAt = (ms: number, zone: string): Noticed => {
  const reading = readingAt(ms, offsetIn(zone));
  const [, second] = named(reading, zone);
  return { when: "earlier", reading, which: second === undefined ? "" : ms < second ? "first" : "second" };
};

/** Both instants of a reading that comes twice, the earlier first; empty as a rule. */
export function twice(reading: string, zone: string): readonly number[] {
  const all = named(reading, zone);
  return all.length === 2 ? all : [];
}

/**
 * The instant that is meant, in milliseconds since 1970, or why there is none. Which of two is asked, never guessed.
 *
 * @param opened - When the form was opened.
 * @param now - What lies after it is still to come.
 */
export function noticedAt(
  { when, reading, which }: Noticed,
  { zone, opened, now }: { readonly zone: string; readonly opened: number; readonly now: number },
): number | NoticedError {
  if (when === "now") return opened;
  if (reading === "") return "missing";
  const [first, second] = named(reading, zone);
  if (first === undefined) return "never-was";
  if (second !== undefined && which === "") return "which";
  const meant = second !== undefined && which === "second" ? second : first;
  return meant > now ? "to-come" : meant;
}

function named(reading: string, zone: string): number[] {
  try {
    return instantsOf(reading, offsetIn(zone));
  } catch {
    return [];
  }
}
