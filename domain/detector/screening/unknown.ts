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
  /^['\u2019]?s? ?(?:came|rang|phoned|called|asked|asks|wanted|wants|said|says|arrived|cried|sat|stood|fainted|fell|felt|laughed|heard|read|opened|took|brought|signed|forgot|lost|found|went|walked|met|paid|refused|agreed|declined|spoke|shouted|waited|needs|needed|got|gets|left|returned|complained|visited|moved|wrote|emailed|e-mailed|attended|missed|cancelled|texted|replied|queried|noticed|collected|saw|knows|knew|thinks|thought|insists|lives|works|died|(?:was|is|has been|had been) (?:told|upset|sent|seen|given|booked|here|in\b|rung|phoned|asked|shown|worried|angry|happy|content|coming|allergic|discharged|referred|informed|unhappy|waiting)|(?:has|had) (?:two|asked|phoned|rung|complained|moved|seen|been|not|no portal|an appointment|the wrong)|did not|does not|didn|doesn)\b/;
/** Papers of somebody. */
const matter =
  "(?:results?|notes?|letters?|forms?|records?|files?|scans?|reports?|appointments?|referrals?|prescriptions?|bloods?|x-rays?|address|details|photos?|images?|invoices?|e-?mails?|messages?|chart|sample|history|summary|slot|consent|name|number|birthday|diagnosis|treatment)";
/** Behind somebody who came with others. */
const kin =
  /^(?: (?:and|with) (?:her|his|their|the) |['\u2019]s (?:[a-z]+ )?(?:wife|husband|partner|son|daughter|mother|father|mum|dad|brother|sister|carer|parents|family|neighbour)\b)/;
/** A place has such a word before it. */
const placed =
  /\b(?:in|at|near|via|into|from|towards|around|outside|to the|of the|for the|by the|with the)[ \u00a0]$/i;
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
  if (placeWords.has(one.plain) || (one.plain.length < 2 && other?.gap !== ". ")) return undefined;
  if (staffTitles.has(one.plain) || isOfStaff(words, i)) return undefined;
  if (one.plain === "st" || (one.joined && words[i - 1]?.plain === "st")) return undefined;
  if (other && isPair(text, words, i, one, other)) return i + 1;
  if (other && isReversed(one, other)) return i + 1;
  if (isOfThing(words, i + 1)) return undefined;
  return isAlone(text, one) || isOneOfMany(text, words, i) ? i : undefined;
}

/** A first name in the midst of a sentence, or a surname where somebody's papers or relatives stand before it. */
function isOneOfMany(text: string, words: readonly Word[], i: number): boolean {
  const one = words[i] as Word;
  const before = text.slice(Math.max(0, one.start - 48), one.start);
  const isFirst = i === 0 || /[.\n!?:"(]/.test(one.gap);
  const behind = text.slice(one.end, one.end + 30);
  if (one.shape === "small")
    return (
      isFirst &&
      one.plain.length > 2 &&
      (isSmallGiven(one) || isUnknown(one.plain) || isFamily(one)) &&
      doing.test(behind)
    );
  if (one.shape !== "capital" || noNames.has(one.plain) || isKnown(one.plain)) return false;
  // The Nelson Mandela ward, a Jack plug, St Mary's.
  const last = words[i - 1]?.plain ?? "";
  if (i > 0 && ((one.joined && ofThings.has(last)) || (/^,/.test(one.gap) && placeWords.has(last))))
    return false;
  if (isOfThing(words, i + 2) && words[i + 1]?.joined) return false;
  const isNamed = isSmallGiven(one) && one.plain.length > 2 && !ofPlaces.has(one.plain);
  if (isNamed && !(placed.test(before) && !doing.test(behind))) return true;
  if (isFirst) return (isUnknown(one.plain) || isGiven(one)) && one.plain.length > 2 && kin.test(behind);
  if (placed.test(before)) return false;
  if (isChineseSurname(one.plain) && (small.test(before) || owns.test(behind))) return true;
  const isSomebody =
    (isUnknown(one.plain) && one.plain.length > 2) ||
    (isListed(one) && !givenAlsoWords.has(one.plain)) ||
    isFamily(one);
  return isSomebody;
}
const ofThings = new Set("the a an st saint wrong other second two both this that".split(" "));
/** Wednesdays, Parkinson's. */
const isKnown = (plain: string): boolean =>
  knownWords.has(plain) || (plain.endsWith("s") && knownWords.has(plain.slice(0, -1)));
/** A Chinese surname that is no plain word. */
const isFamily = ({ plain }: Word): boolean =>
  isChineseSurname(plain) && !plainWords.has(plain) && !noNames.has(plain);
/** Before a child, and behind whoever something belongs to. */
const small = /\b(?:little|young|baby|wee)[ \u00a0]$/;
const owns = new RegExp(`^['\\u2019]s (?:[a-z]+ ){0,2}${matter}\\b`);
/** First names that houses, roads and wards have. */
const ofPlaces = new Set(
  "victoria albert alexandra charlotte elizabeth george edward alfred james william mary".split(" "),
);

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
  if (other.gap === "." && isInAddress(one, other)) return true;
  if (isWritten(one) && one.plain.length === 1 && other.gap === ". ") return isBehindInitial(other);
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

/** jodie.blenkinsop: the part of an address before the sign. */
const isInAddress = (one: Word, other: Word): boolean =>
  (isSmallGiven(one) && one.plain.length > 2 && other.plain.length > 2 && !ofFile.test(other.plain)) ||
  (isChineseSurname(one.plain) && other.plain.length > 2 && isSyllables(other.plain)) ||
  (one.plain.length > 2 && isUnknown(one.plain) && (isListed(other) || isNoFile(other)));
const isNoFile = ({ plain }: Word): boolean => plain.length > 2 && isUnknown(plain) && !ofFile.test(plain);
/** What stands behind a point in the names of files and sites. */
const ofFile = /^(?:pdf|docx?|xlsx?|csv|txt|jpe?g|png|com|org|net|uk|html?|zip|eml|msg|info|local|example)$/;

/** P. Winterbourne; the point of a sentence has a longer word before it. */
const isBehindInitial = (surname: Word): boolean =>
  surname.shape === "capital" && surname.plain.length > 2 && (isUnknown(surname.plain) || isListed(surname));

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
