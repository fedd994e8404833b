import type { Draft } from "../reviews/item.ts";
import { quietly } from "../reviews/item.ts";

/** What people said of entries about themselves; counts alone, for it is theirs. */
export interface ObjectionCounts {
  readonly ever: number;
  /** Since the last review. */
  readonly said: number;
  readonly answered: number;
  readonly open: number;
  readonly late: number;
}

export function objectionItems({ ever, said, answered, open, late }: ObjectionCounts): Draft[] {
  if (ever === 0) return [];
  const draft = quietly("objections", {
    figures: [
      { name: "Said", value: String(said) },
      { name: "Answered", value: String(answered) },
      { name: "Open", value: String(open) },
      { name: "Late", value: String(late) },
    ],
    lines: [],
    people: [],
  });
  return late === 0
    ? [draft]
    : [{ ...draft, quiet: false, open: "Somebody waits for an answer past its day" }];
}
