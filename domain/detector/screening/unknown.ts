import type { Seen } from "../recogniser.ts";
import { knownWords } from "../words/known.ts";
import { commonSurnames, givenAlsoWords, givenNames } from "../words/names.ts";
import { noNames, placeWords, plainWords } from "../words/no-names.ts";
import { isChineseSurname, isSyllables } from "./chinese.ts";
import { isUnknown } from "./learned.ts";
import { staffTitles } from "./names.ts";
import { isSurname } from "./surnames.ts";
import type { Word } from "./words.ts";

/** What only somebody does, or has done to them. */
const doing =
  /^['\u2019]?s? ?(?:came|rang|phoned|called|asked|asks|wanted|wants|said|says|arrived|left|returned|complained|visited|moved|wrote|emailed|e-mailed|attended|missed|cancelled|texted|replied|queried|noticed|collected|saw|knows|knew|thinks|thought|insists|lives|works|died|(?:was|is|has been|had been) (?:told|upset|sent|seen|given|booked|here|in\b|rung|phoned|asked|shown|worried|angry|happy|content|coming|allergic|discharged|referred|informed|unhappy|waiting)|(?:has|had) (?:two|asked|phoned|rung|complained|moved|seen|been|not|no portal|an appointment|the wrong)|did not|does not|didn|doesn)\b/;
/** Before somebody who is written to, or talked of. */
const salutation = /(?:^|[\s"(])dear[ \u00a0]$/i;
const patient = /\b(?:patient|client|pt|resident|claf|pacjent(?:ka)?)(?:,|:)?[ \u00a0]$/i;
const nobody = new Set(
  "sir madam sirs all team colleague colleagues doctor dr both everyone parent parents patient customer mr mrs ms miss mx prof professor friend nurse".split(
    " ",
  ),
);

const isWritten = ({ shape }: Word): boolean => shape !== "small";
const isSmallGiven = ({ plain }: Word): boolean =>
  givenNames.has(plain) && !givenAlsoWords.has(plain) && !noNames.has(plain);
const isGiven = ({ plain }: Word): boolean => givenNames.has(plain);

/**
 * Names that no list has, by what a word is not: words that are no English, in a pair, after `Dear` or `the patient`, or
 * where only somebody can stand. Needs the ordinary words (`learned.ts`); where they are not there it sees what is listed.
 */
export function* seeUnknown(text: string, words: readonly Word[]): Generator<Seen> {
  for (let i = 0; i < words.length; i++) {
    const end = nameFrom(text, words, i);
    if (end === undefined) continue;
    yield { start: (words[i] as Word).start, end: (words[end] as Word).end };
    i = end;
  }
}

function nameFrom(text: string, words: readonly Word[], i: number): number | undefined {
  const one = words[i] as Word;
  const other = words[i + 1];
  if (placeWords.has(one.plain) || one.plain.length < 2) return undefined;
  if (staffTitles.has(one.plain) || isOfStaff(words, i)) return undefined;
  if (other && isPair(text, words, i, one, other)) return i + 1;
  if (other && isReversed(one, other)) return i + 1;
  return isAlone(text, one) ? i : undefined;
}

/** Whether a title of those who may be named stands before it, or before the name that it is a part of. */
function isOfStaff(words: readonly Word[], i: number): boolean {
  let at = i;
  for (let more = 0; more < 2 && at > 0 && (words[at] as Word).joined; more++) {
    at--;
    if (staffTitles.has((words[at] as Word).plain)) return true;
  }
  return false;
}

/** Whether what follows is called by it: a street, a ward, a firm. */
const isOfThing = (words: readonly Word[], next: number): boolean => {
  const after = words[next];
  return after?.joined === true && isWritten(after) && placeWords.has(after.plain);
};

function isPair(text: string, words: readonly Word[], i: number, one: Word, other: Word): boolean {
  if (!other.joined || /[.\n]/.test(other.gap) || other.plain.length < 2 || isOfThing(words, i + 2))
    return false;
  if (isWritten(one) && isWritten(other)) {
    if (isUnknown(one.plain) && isUnknown(other.plain)) return areNoShortForms(one, other);
    if (isChineseSurname(one.plain) && isUnknown(other.plain) && isSyllables(other.plain)) return true;
    if (isGiven(one) && !noNames.has(one.plain) && isUnknown(other.plain)) return true;
    // In the midst of a sentence a plain word with a capital beside such a one is its surname.
    const isWithin = i > 0 && one.joined && !/[.\n]/.test(one.gap) && one.shape !== "upper";
    if (isWithin && isUnknown(one.plain) && one.plain.length > 3 && other.shape === "capital")
      return !noNames.has(other.plain) && !placeWords.has(other.plain) && !knownWords.has(other.plain);
    if (
      isUnknown(one.plain) &&
      one.shape !== "upper" &&
      isSurname(other.plain, text.slice(other.start, other.end))
    )
      return !placeWords.has(other.plain) && !noNames.has(other.plain);
    return false;
  }
  if (isWritten(one) !== isWritten(other) && !isSmallGiven(one)) return false;
  // In small letters a slip of the pen is no English either: one of the two must be known for a name.
  const isFirst = isSmallGiven(one) && one.plain.length > 2;
  if (isFirst && (isUnknown(other.plain) || isListed(other))) return true;
  if (one.plain.length > 3 && isListed(other) && isUnknown(one.plain) && isUnknown(other.plain)) return true;
  if (
    isChineseSurname(one.plain) &&
    isUnknown(other.plain) &&
    other.plain.length > 4 &&
    isSyllables(other.plain)
  )
    return true;
  return (
    asked.test(text.slice(Math.max(0, one.start - 24), one.start)) &&
    isUnknown(one.plain) &&
    isUnknown(other.plain)
  );
}

/** Capitals alone are short forms (DUAA Sch, HMAC-SHA) unless both words are so and long. */
const areNoShortForms = (one: Word, other: Word): boolean =>
  one.shape !== "upper" || (other.shape === "upper" && one.plain.length > 4 && other.plain.length > 4);

/** Before somebody in small letters: ring, tell, notes of. */
const asked =
  /(?:^|\b(?:ring|phone|call|tell|ask|email|e-mail|text|contact|told|rang|phoned|called|asked|see|saw|for|of|to|with|from|about|by)[ \u00a0])$/i;
const isListed = ({ plain }: Word): boolean =>
  commonSurnames.has(plain) && !plainWords.has(plain) && !noNames.has(plain);

/** Clegg, Maureen. */
function isReversed(one: Word, other: Word): boolean {
  if (!/^, ?$/.test(other.gap) || !isWritten(one) || !isWritten(other) || noNames.has(one.plain))
    return false;
  // Yaping, Sun and Sun, Yaping.
  if (isChineseSurname(one.plain) && isUnknown(other.plain) && isSyllables(other.plain)) return true;
  if (isChineseSurname(other.plain) && isUnknown(one.plain) && isSyllables(one.plain)) return true;
  if (other.plain.length < 3) return false;
  if (isUnknown(one.plain)) return isUnknown(other.plain) || isGiven(other);
  return isListed(one) && (isUnknown(other.plain) || (isGiven(other) && !noNames.has(other.plain)));
}

function isAlone(text: string, one: Word): boolean {
  if (!isWritten(one) || one.shape === "upper" || noNames.has(one.plain)) return false;
  const before = text.slice(Math.max(0, one.start - 20), one.start);
  const isName = isUnknown(one.plain) || isGiven(one);
  if (salutation.test(before)) return !nobody.has(one.plain) && (isName || isListed(one));
  if (patient.test(before)) return isName || isListed(one);
  const isSomebody =
    (isUnknown(one.plain) && one.plain.length > 3) || (isListed(one) && !givenAlsoWords.has(one.plain));
  return isSomebody && doing.test(text.slice(one.end, one.end + 30));
}
