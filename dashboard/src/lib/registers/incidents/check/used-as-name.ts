import { alsoNames } from "#domain/detector/words/also-names";
import { givenNames } from "#domain/detector/words/names";

/** What somebody does: whatever word stands before it may be that person. */
const does =
  /^(?:'s)?\s+(?:said|says|rang|phoned|called|asked|told|wrote|complained|heard|came|cried|felt|knows?|thinks?|mentioned|reported)\b/i;
/** Before a person, and seldom before a thing without an article. */
const of = /(?:^|[^\p{L}])(?:for|of|with|about|from|told|saw|called|named)\s+$/iu;
/** Where a name alone ends. */
const ends = /^(?:[.,;:!?)]|$|['\u2019]s\b|\s+(?:was|is|were|has|had|who|whose|and)\b)/i;
/** Before a letter that stands for somebody. */
const person = /(?:^|[^\p{L}])(?:patient|client|Mrs?|Ms|Miss|Mx|Dr)\.?\s+$/iu;
/** Children are called so in West Africa, by the day that they came on. */
const days = /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/;

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether an ordinary word that is a name too is used as one, in small letters or as a day of the week: "rose said her
 * knee", "the letter for grace was", "Sunday rang".
 */
export function isUsedAsName(small: string, text: string, { start, end }: Place): boolean {
  const after = text.slice(end, end + 24);
  if (days.test(small)) return does.test(after);
  if (!alsoNames.has(small) && !givenNames.has(small)) return false;
  return does.test(after) || (of.test(text.slice(Math.max(0, start - 12), start)) && ends.test(after));
}

/** Whether a capital A stands for somebody, and is no article: "Patient A was told", "A rang us". */
export const isLetterOfName = (text: string, { start, end }: Place): boolean =>
  person.test(text.slice(Math.max(0, start - 12), start)) || does.test(text.slice(end, end + 24));
