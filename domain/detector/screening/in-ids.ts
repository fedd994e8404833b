import { isHealthNumber } from "../check-digit.ts";
import { allNames, commonSurnames, givenAlsoWords, givenNames, tellingSurnames } from "../words/names.ts";

/** What may hold a name or a number at all: five letters or eight digits in a row. Most ids that chance made do not. */
const worthALook = /[a-z]{5}|\d{8}/;
const letters = /[a-z]{5,}/g;
const digits = /\d{8,}/g;
/** Shortest name that is looked for: chance makes shorter ones. */
const shortest = 5;

/**
 * Whether an id that a machine should have made by chance holds a name that we know, a number of the health service or a
 * birthday, and so was made by somebody. Chance makes one such in some thousands.
 *
 * @param id - Small letters and digits, at most some hundred.
 */
export function holdsAPerson(id: string): boolean {
  if (!worthALook.test(id)) return false;
  return (id.match(letters) ?? []).some(holdsName) || (id.match(digits) ?? []).some(holdsNumber);
}

function holdsName(run: string): boolean {
  for (let from = 0; from + shortest <= run.length; from++) {
    for (let to = from + shortest; to <= run.length; to++) {
      if (allNames.has(run.slice(from, to))) return true;
    }
  }
  return false;
}

function holdsNumber(run: string): boolean {
  for (let from = 0; from + 8 <= run.length; from++) {
    if (isBirthday(run.slice(from, from + 8))) return true;
    const ten = run.slice(from, from + 10);
    if (ten.length === 10 && isHealthNumber(ten)) return true;
  }
  return false;
}

const isBirthday = (eight: string): boolean =>
  isDay(eight.slice(0, 4), eight.slice(4, 6), eight.slice(6)) ||
  isDay(eight.slice(4), eight.slice(2, 4), eight.slice(0, 2));

const isDay = (year: string, month: string, day: string): boolean =>
  year >= "1900" && year <= "2020" && month >= "01" && month <= "12" && day >= "01" && day <= "31";

/** Whether a run of letters is a given name and a surname written together. */
export function isTwoNames(run: string): boolean {
  for (let at = 4; at + 4 <= run.length; at++) {
    const surname = run.slice(at);
    const given = run.slice(0, at);
    if (!givenNames.has(given) || givenAlsoWords.has(given)) continue;
    if (tellingSurnames.has(surname) || commonSurnames.has(surname)) return true;
  }
  return false;
}
