import type { ClaimState } from "./states.ts";

/** A rule that suggests the state of a sentence, as data: by which words it is known, and what keeps it. */
export interface KeepRule {
  readonly id: string;
  readonly state: Exclude<ClaimState, "wrong">;
  /** Its words are narrow: it is asked before those that fit much. */
  readonly first?: true;
  /** All have to stand in the sentence, or in its heading where it is marked so; what matched is the evidence. */
  readonly words: readonly RegExp[];
  /** None of these may. */
  readonly unless?: readonly RegExp[];
  /** Of the heading above the sentence: left out, it does not matter. */
  readonly under?: RegExp;
  /** The page that shows it (`screen`). Where a clinic or a build lacks the page, `otherwise` holds. */
  readonly page?: string;
  readonly otherwise?: "people" | "none";
  /** The test of Chaperone that proves it (`test`), by its key in `tests.ts`. */
  readonly test?: string;
  /** What people look at, and how often in months (`people`). */
  readonly audit?: { readonly what: string; readonly months: number };
  /** What on the screen keeps it, or why nothing does, in a few words. */
  readonly how: string;
}
