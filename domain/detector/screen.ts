import { canBeBirthday, dateSource, yearOf } from "./calendar.ts";
import { beginsWithBirthday, hasValidCheckDigit, rangeOf } from "./check-digit.ts";
import { byPattern, type Recogniser, type Seen } from "./recogniser.ts";
import { address, email, phone, postcode } from "./recognisers/contact.ts";
import { namePart, personTitle } from "./recognisers/names.ts";
import { hospitalNumber } from "./recognisers/patient-reference.ts";
import { type TenDigits, tenDigits } from "./ten-digits.ts";
import type { Finding, FindingKind } from "./verdict.ts";
import { givenNames } from "./words/names.ts";

/** Last year of birth that an unlabelled date is taken to name; a later one is mostly a day of this work. */
const lastYearTakenForBirth = 2020;

const workday =
  /\b(?:on|by|until|till|due|dated|sent|since|from|for|before|after|appointment|clinic|letter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[ :,]{0,3}$/i;
const birthLabel = /\b(?:born|birth|birthday|d\.?o\.?b\.?)\b[^\d]{0,20}$/i;

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

const dates = byPattern(new RegExp(`\\b(?:${dateSource})`, "gi"), ({ words, before }) => {
  if (!canBeBirthday(words)) return false;
  if (birthLabel.test(before)) return true;
  const year = yearOf(words);
  return !workday.test(before) || (year !== undefined && year <= lastYearTakenForBirth);
});

const titled = byPattern(
  new RegExp(
    `\\b(?:${personTitle}|mr|mrs|ms|miss)\\.?[ \\u00a0]{1,2}(?:${namePart}(?:[ \\u00a0]${namePart}){0,2}|[a-z\\u00df-\\u017f][a-z\\u00df-\\u017f'\\u2019-]{1,30})`,
    "g",
  ),
  ({ words }) =>
    !/^m(?:r|rs|s|iss)\b\.? (?:the|a|an|to|it|this|that|out|and|or|is|was|your|our|some|any)\b/i.test(words),
);

/** Words that only a patient's name follows: who it is, whose relative, what the name is. */
const beforeName = [
  "(?:[Pp]atients?|[Pp]t)(?:['\\u2019]s)?(?: name)?(?:,| is| was| called| named|:)?",
  "(?:[Dd]aughter|[Ss]on|[Mm]other|[Ff]ather|[Ww]ife|[Hh]usband|[Ww]idow|[Ss]ister|[Bb]rother|[Pp]arents?|[Cc]arer) of",
  "(?:[Hh]is|[Hh]er|[Tt]heir) name(?:,| is| was|:)",
  "[Bb]y the name of",
];
const patientNamed = byPattern(
  new RegExp(`\\b(?:${beforeName.join("|")}) (${namePart}(?: ${namePart}){1,2})`, "g"),
);

const isGiven = (word = ""): boolean => givenNames.has(word.toLowerCase());

const given = byPattern(
  new RegExp(`(?:\\b(Dr|Doctor|Prof|Professor)\\.? )?\\b(${namePart})[ \\u00a0]${namePart}`, "g"),
  ({ groups }) => groups[0] === "" && isGiven(groups[1]),
);
/** As lists have it: MOSS, Ada. */
const surnameFirst = byPattern(new RegExp(`\\b[A-Z][A-Z'\\u2019-]{2,30}, (${namePart})`, "g"), ({ groups }) =>
  isGiven(groups[0]),
);

const looks: readonly (readonly [FindingKind, Recogniser["see"]])[] = [
  ["nhs-number", numbers("nhs-number")],
  ["chi-number", numbers("chi-number")],
  ["hc-number", numbers("hc-number")],
  ["date-of-birth", dates],
  ["name", titled],
  ["name", patientNamed],
  ["name", given],
  ["name", surnameFirst],
  ["hospital-number", hospitalNumber.see],
  ["phone", phone.see],
  ["postcode", postcode.see],
  ["address", email.see],
  ["address", address.see],
];

/** Digits of Arabic, Persian and Devanagari by their first one. */
const digitsOfScripts = [0x0660, 0x06f0, 0x0966] as const;

/** A number stays a number in another script's digits. */
const withPlainDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (digitsOfScripts.find((zero) => code >= zero && code <= zero + 9) ?? code));
  });

/**
 * What in a sentence typed by staff would name a patient: numbers, birthdays, names with a title, ways to reach
 * somebody. Stricter than the judge, for such a sentence leaves the browser. A doctor may be named.
 *
 * @returns Findings in the order in which they stand, none inside another; each weighs 1. A finding's place lets the
 *   form say `Leave out "{words}". Say "the patient".`
 */
export function screenSentence(sentence: string): readonly Finding[] {
  // Wide digits and letters are read as plain ones where that moves nothing.
  const plain = sentence.normalize("NFKC");
  const text = withPlainDigits(plain.length === sentence.length ? plain : sentence);
  const all = looks.flatMap(([kind, see]) =>
    [...see({ text, heading: "" })].map(({ start, end, number }): Finding => {
      const ending = number === undefined ? {} : { ending: number.slice(-4) };
      return { kind, start, end, weight: 1, ...ending };
    }),
  );
  all.sort((one, other) => one.start - other.start || other.end - one.end);
  let reached = -1;
  return all.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/** Whether a sentence typed by staff names a patient. */
export function namesAPatient(text: string): boolean {
  return screenSentence(text).length > 0;
}
