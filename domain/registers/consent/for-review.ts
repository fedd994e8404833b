import type { Draft } from "../reviews/item.ts";
import { quietly } from "../reviews/item.ts";

/** Decisions since the last review, and restrictions whose day is over. */
export interface ConsentCounts {
  readonly ever: number;
  readonly yes: number;
  readonly no: number;
  readonly late: number;
}

/** Item 8 of the agenda, beside disclosures and releases; nothing where nothing was ever decided. */
export function consentItems({ ever, yes, no, late }: ConsentCounts): Draft[] {
  if (ever === 0) return [];
  const draft = quietly("consent", {
    figures: [
      { name: "Said yes", value: String(yes) },
      { name: "Said no, or withdrawn", value: String(no) },
      { name: "Restrictions past their day", value: String(late) },
    ],
    lines: [],
    people: [],
  });
  if (late === 0) return [draft];
  return [{ ...draft, quiet: false, open: "A restriction is past its day, and nobody has told the patient" }];
}
