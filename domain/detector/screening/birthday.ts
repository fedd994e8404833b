import { canBeBirthday, dateSource, yearOf } from "../calendar.ts";
import { byPattern, type Recogniser } from "../recogniser.ts";

/** Last year of birth that an unlabelled date is taken to name; a later one is mostly a day of this work. */
const lastYearTakenForBirth = 2020;
/** The same of a year in two digits: 61 is of the last century, 26 of this one. */
const isOfWork = (year: number): boolean => year > lastYearTakenForBirth % 100 && year < 40;

const workday =
  /\b(?:on|by|until|till|due|dated|sent|since|from|for|before|after|appointment|clinic|letter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[ :,]{0,3}$/i;
const birthLabel =
  /(?:\b(?:born|birth|birthday|d\.?o\.?b\.?|ganed|ganwyd|geni|urodz\w{0,6}|b\.)(?![a-z])[^\d]{0,20}|\bborn in )$/i;
/** Days of papers and things, however long ago they are. */
const ofThings =
  /(?:\b(?:contract|lease|agreement|licence|act|regulations?|order|policy|version|v|release|build|update|firmware|chrome|firefox|edge|windows|android|ios|macos|cliniko|chaperone|orthanc|pocketbase|roundcube|issued|published|installed|bought|revised|established|founded|opened|registered|incorporated|ip|address|art|article|section|clause|paragraph)\b[^\d\n]{0,14})$/i;
/** Weeks and months as clinicians count them, from so many to so many: 2-3/52, 4-6/12. */
const duration = /^\d{1,2} ?[-\u2013] ?\d{1,2}\/(?:52|12)$/;
const version = /^\d{1,2}\.\d{1,2}\.\d\d$/;

/** The month of a birthday alone. */
const bornIn = /\b(?:born|ganwyd|ganed)(?: (?:in|ym|yn))? (?:[a-z]{3,10} )?(?:19|20)\d\d\b/gi;

const inFull = byPattern(new RegExp(`\\b(?:${dateSource})`, "gi"), ({ words, before, after }) => {
  if (!canBeBirthday(words)) return false;
  if (birthLabel.test(before)) return true;
  if (duration.test(words)) return false;
  // The hour after a day: 23 Nov 16:40.
  if (/^[:.]\d\d(?!\d)/.test(after) && /[a-z]/i.test(words)) return false;
  // A part of a longer number: an address of a computer, a version.
  if (/^[./-]\d/.test(after) || /\d[./-]$/.test(before)) return false;
  const year = yearOf(words);
  if (ofThings.test(before)) return version.test(words) ? false : (year ?? 0) > 0 && (year ?? 0) < 1930;
  if (year !== undefined) return year <= lastYearTakenForBirth;
  const last = Number(/(\d\d)$/.exec(words)?.[1] ?? "61");
  return !isOfWork(last) && !(workday.test(before) && version.test(words) === false && last < 40);
});
const inPart = byPattern(bornIn);

/** Dates that can be somebody's birthday: all that are called so, and of others those that are no day of this work. */
export const birthday: Recogniser["see"] = function* see(section) {
  yield* inFull(section);
  yield* inPart(section);
};
