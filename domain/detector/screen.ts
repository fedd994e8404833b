import { beginsWithBirthday, hasValidCheckDigit, rangeOf } from "./check-digit.ts";
import type { Recogniser, Section, Seen } from "./recogniser.ts";
import { address, email, phone, postcode } from "./recognisers/contact.ts";
import { hospitalNumber } from "./recognisers/patient-reference.ts";
import { birthday } from "./screening/birthday.ts";
import { isOfBody } from "./screening/bodies.ts";
import { seeLabelled } from "./screening/labelled-names.ts";
import { seeNames } from "./screening/names.ts";
import { knownOwn } from "./screening/own.ts";
import { healthNumber, insuranceNumber, recordAddress, recordNumber } from "./screening/records.ts";
import { otherScript } from "./screening/scripts.ts";
import { smallAddress } from "./screening/small-address.ts";
import { seeTitled } from "./screening/titles.ts";
import { seeUnknown } from "./screening/unknown.ts";
import { type Word, wordsOf } from "./screening/words.ts";
import { type TenDigits, tenDigits } from "./ten-digits.ts";
import type { Finding, FindingKind } from "./verdict.ts";

/** Groupings that a date, a reference and a telephone number never have, so that any sign may stand between them. */
const telling: readonly TenDigits["grouping"][] = ["run", "3-3-4", "boxes"];

function* numbersIn(text: string): Generator<TenDigits> {
  yield* tenDigits(text);
  for (const at of tenDigits(text, true)) if (telling.includes(at.grouping) || isLabelled(text, at)) yield at;
}

const isLabelled = (text: string, at: TenDigits): boolean =>
  /(?:NHS|CHI|HSC|H&C)\D{0,12}$/i.test(text.slice(Math.max(0, at.start - 20), at.start));

/** Numbers of one issuer; a number of a range that nobody issues is taken for an NHS number. */
const numbers = (kind: FindingKind): Recogniser["see"] =>
  function* see({ text }): Generator<Seen> {
    for (const at of numbersIn(text))
      if (hasValidCheckDigit(at.digits) && kindOfNumber(at.digits) === kind)
        yield { ...at, number: at.digits };
  };

function kindOfNumber(digits: string): FindingKind {
  const range = rangeOf(digits);
  if (range === "hc") return "hc-number";
  return range === "chi" && beginsWithBirthday(digits) ? "chi-number" : "nhs-number";
}

/** Sees the same in the words of the section, which are told apart once. */
const inWords =
  (see: (text: string, words: readonly Word[]) => Iterable<Seen>): Look =>
  ({ text }, words) =>
    see(text, words);
const only = (see: Recogniser["see"], isMeant: (words: string) => boolean): Look =>
  function* ({ text, heading }) {
    for (const seen of see({ text, heading })) if (isMeant(text.slice(seen.start, seen.end))) yield seen;
  };

type Look = (section: Section, words: readonly Word[]) => Iterable<Seen>;

const looks: readonly (readonly [FindingKind, Look])[] = [
  ["nhs-number", numbers("nhs-number")],
  ["chi-number", numbers("chi-number")],
  ["hc-number", numbers("hc-number")],
  ["nhs-number", healthNumber],
  ["date-of-birth", birthday],
  ["name", inWords(seeTitled)],
  ["name", inWords(seeLabelled)],
  ["name", inWords(seeNames)],
  ["name", inWords(seeUnknown)],
  ["name", otherScript],
  ["hospital-number", hospitalNumber.see],
  ["hospital-number", recordNumber],
  ["hospital-number", insuranceNumber],
  ["hospital-number", recordAddress],
  ["phone", only(phone.see, (words) => !isOfBody.phone(words))],
  ["postcode", only(postcode.see, (words) => !isOfBody.postcode(words) && !isMeasure.test(words))],
  ["address", only(email.see, (words) => !isOfBody.email(words))],
  ["address", address.see],
  ["address", smallAddress],
];

const issuers: ReadonlySet<FindingKind> = new Set(["nhs-number", "chi-number", "hc-number"]);

/** "a4 2nd", "b8 5gb": written small it is a count or a size. */
const isMeasure = /[ \u00a0]\d(?:st|nd|rd|th|gb|tb|hr|ft|pt)$/;

/** Digits of Arabic, Persian and Devanagari by their first one. */
const digitsOfScripts = [0x0660, 0x06f0, 0x0966] as const;

/** A number stays a number in another script's digits. */
const withPlainDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (digitsOfScripts.find((zero) => code >= zero && code <= zero + 9) ?? code));
  });

/**
 * What in a sentence typed by staff would name a patient: numbers, birthdays, names, addresses of records, ways to reach
 * somebody. Stricter than the judge, for such a sentence leaves the browser. A doctor may be named, and so may the clinic's
 * own people (`knowOwn`), regulators and what houses and streets are called.
 *
 * @returns Findings in the order in which they stand, none inside another; each weighs 1. A finding's place lets the
 *   form say `Leave out "{words}". Say "the patient".`
 */
export function screenSentence(sentence: string): readonly Finding[] {
  // Wide digits and letters are read as plain ones where that moves nothing.
  const plain = sentence.normalize("NFKC");
  const text = withPlainDigits(plain.length === sentence.length ? plain : sentence);
  const words = wordsOf(text);
  const all = looks.flatMap(([kind, see]) =>
    [...see({ text, heading: "" }, words)].map(({ start, end, number }): Finding => {
      const ending = number === undefined ? {} : { ending: number.slice(-4) };
      return { kind, start, end, weight: 1, ...ending };
    }),
  );
  if (all.length === 0) return all;
  const { isOwn } = knownOwn();
  // Who issued a number is said where it is known: it stands within the number with its label.
  const issued = all.filter(({ kind }) => issuers.has(kind));
  const isSaid = ({ kind, start, end }: Finding) =>
    kind === "hospital-number" && issued.some((one) => one.start >= start && one.end <= end);
  const others = all.filter((one) => !isSaid(one) && !isOwn(text, one));
  others.sort((one, other) => one.start - other.start || other.end - one.end);
  let reached = -1;
  return others.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/** Whether a sentence typed by staff names a patient. */
export function namesAPatient(text: string): boolean {
  return screenSentence(text).length > 0;
}
