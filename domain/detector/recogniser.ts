import { matchesOf } from "./places/matches.ts";
import type { AgainstKind, FindingKind } from "./verdict.ts";

/** A part of a document that is judged as one, with what the document said first (a table's headings). */
export interface Section {
  readonly text: string;
  /** First line of the document with words in it; names the columns of a table. */
  readonly heading: string;
}

/** Something a recogniser saw. */
export interface Seen {
  readonly start: number;
  readonly end: number;
  /** The digits of a patient's number, to count different patients; never leaves the judge. */
  readonly number?: string;
}

/**
 * One kind of evidence as data: how to see it, who says that it looks so, and what it must flag and let pass.
 * One test runs every recogniser over its own `flags` and `passes` (STYLE.md 2, rule 10).
 */
export interface Recogniser<Name extends string = string> {
  /** Key in the table of weights. */
  readonly name: Name;
  readonly kind: FindingKind | AgainstKind;
  /** Where the format comes from. */
  readonly source: string;
  /** Takes time in proportion to the section's length. */
  readonly see: (section: Section) => Iterable<Seen>;
  readonly flags: readonly string[];
  readonly passes: readonly string[];
}

/** A match, with the text around it. */
export interface Match {
  readonly words: string;
  /** The pattern's groups; `""` for a group that took no part. */
  readonly groups: readonly string[];
  /** Up to 80 signs before it. */
  readonly before: string;
  /** Up to 40 signs after it. */
  readonly after: string;
}

/** Most matches that one recogniser reports for one section. */
const seenAtMost = 400;

/**
 * Sees every match of a pattern that passes the check.
 *
 * @param pattern Global, and without nested or adjoining open repeats, so that it takes linear time.
 * @param check Says whether the match is meant; by default every match is.
 * @param needed Of a pattern that begins at lines alone: what every match holds in its first line (`matchesOf`).
 */
export function byPattern(
  pattern: RegExp,
  check: (match: Match) => boolean = () => true,
  needed?: RegExp,
): Recogniser["see"] {
  const matches = matchesOf(pattern, needed);
  return function* see(section) {
    const { text } = section;
    let seen = 0;
    for (const found of matches(section)) {
      const start = found.index;
      const words = found[0];
      const end = start + words.length;
      const groups = found.slice(1).map((part) => part ?? "");
      const around = { before: text.slice(Math.max(0, start - 80), start), after: text.slice(end, end + 40) };
      if (!check({ words, groups, ...around })) continue;
      yield { start, end };
      if (++seen >= seenAtMost) return;
    }
  };
}
