import { type HoldState, heldKinds, holdCauses, holdPurposes, holdState } from "#domain/registers/holds/hold";
import type { HoldRow } from "#domain/registers/holds/hold-row";
import { begins, inWords } from "#lib/format/sentence.ts";
import { shortDay } from "#lib/format/time.ts";

export const stateWords: Readonly<Record<HoldState, string>> = {
  runs: "holds",
  outlives: "holds past its end, for its cause is open",
  ended: "ended with its cause",
  released: "released",
};

export type HoldMark = { readonly state: "red" | "amber" | "green" | "grey"; readonly says: string };

/** How a hold stands, for its mark: red once the day has passed on which it was to be looked at. */
export function markOf(hold: HoldRow, today: string, now: number): HoldMark {
  const state = holdState(hold, today);
  if (state === "ended" || state === "released") return { state: "grey", says: stateWords[state] };
  const day = shortDay(hold.reviewOn, "UTC", now);
  if (hold.reviewOn < today) return { state: "red", says: `not looked at by ${day}` };
  if (state === "outlives") return { state: "amber", says: stateWords.outlives };
  return { state: "green", says: `look again by ${day}` };
}

/** "a complaint (CMP-4), for an inquiry or inspection". */
export const whyWords = ({ purpose, causeKind, cause }: HoldRow): string =>
  `${cause === "" ? holdCauses[causeKind] : cause}: ${holdPurposes[purpose]}`;

/** "24 Sep to 25 Sep" of what is kept by days; '' of all else. */
export function daysWords({ fromDay, toDay }: Pick<HoldRow, "fromDay" | "toDay">, now: number): string {
  if (fromDay === "") return "";
  const from = shortDay(fromDay, "UTC", now);
  return fromDay === toDay ? from : `${from} to ${shortDay(toDay, "UTC", now)}`;
}

/** "Front entrance, Whitstable, 24 Sep to 25 Sep (REQ-33)". */
export const holdName = (
  hold: Pick<HoldRow, "what" | "fromDay" | "toDay" | "cause">,
  nowMs: number,
): string =>
  [hold.what, daysWords(hold, nowMs)].filter(Boolean).join(", ") +
  (hold.cause === "" ? "" : ` (${hold.cause})`);

export const kindWords = heldKinds;

/** How the register stands, in one sentence. */
export function holdsSentence(figures: Readonly<Record<string, number | string>>): string {
  const running = Number(figures.running ?? 0);
  const late = Number(figures.late ?? 0);
  if (running === 0) return "Nothing is held.";
  const says = begins(running, "hold runs", "holds run");
  return late === 0
    ? `${says}; each was looked at in time.`
    : `${says}; ${inWords(late)} ${late === 1 ? "was" : "were"} not looked at in time.`;
}
