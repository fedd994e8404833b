import { isRealDay } from "../base/civil-date.ts";
import { dateSource } from "../detector/calendar.ts";

const monthWords: readonly (readonly string[])[] = [
  ["jan", "ionawr"],
  ["feb", "chwefror"],
  ["mar", "mawrth"],
  ["apr", "ebrill"],
  ["may", "mai"],
  ["jun", "mehefin"],
  ["jul", "gorffennaf"],
  ["aug", "awst"],
  ["sep", "medi"],
  ["oct", "hydref"],
  ["nov", "tachwedd"],
  ["dec", "rhagfyr"],
];

/** Number of a month by its word, English or Welsh, in full or cut to three letters; 0 for none. */
const monthOf = (word: string): number =>
  monthWords.findIndex(([english = "", welsh]) => word.startsWith(english) || word === welsh) + 1;

/** Years before which nobody who lives was born. */
const earliest = 1890;

/**
 * The days that a date as written can be, as the detector knows dates (`detector/calendar.ts`) and `DOB120361` too. The
 * day comes first where both readings are days, as the United Kingdom writes it; a year in two digits is of either century.
 *
 * @param monthFirst - For a file that writes its months first.
 * @returns Days of the calendar, "1961-03-12"; none where it is no date.
 */
export function daysOf(written: string, monthFirst = false): readonly string[] {
  const numbers = written.match(/\d+/g) ?? [];
  const word = /[a-z]{3,}/i.exec(written.replace(/\d+(?:st|nd|rd|th)/gi, ""))?.[0].toLowerCase();
  const month = word === undefined ? 0 : monthOf(word);
  if (month > 0) {
    const [day = "", year = ""] = numbers;
    return days(year, month, Number(day));
  }
  const [first = "", second = "", third = ""] = numbers;
  if (numbers.length === 1) return ofOneNumber(first);
  if (first.length === 4) return days(first, Number(second), Number(third));
  const [day, other] = monthFirst ? [second, first] : [first, second];
  const usual = days(third, Number(other), Number(day));
  return usual.length > 0 ? usual : days(third, Number(day), Number(other));
}

/** 19610312 as ISO writes it, 12031961 and 120361 as people do. */
function ofOneNumber(digits: string): readonly string[] {
  const whole = /^(\d{4})(\d\d)(\d\d)$/.exec(digits);
  const iso = whole ? days(whole[1] ?? "", Number(whole[2]), Number(whole[3])) : [];
  if (iso.length > 0) return iso;
  const [, day = "", month = "", year = ""] = /^(\d\d)(\d\d)(\d{2}|\d{4})$/.exec(digits) ?? [];
  return days(year, Number(month), Number(day));
}

function days(year: string, month: number, day: number): readonly string[] {
  const years = year.length === 2 ? [`19${year}`, `20${year}`] : year.length === 4 ? [year] : [];
  const two = (part: number) => String(part).padStart(2, "0");
  return years
    .map((one) => `${one}-${two(month)}-${two(day)}`)
    .filter((one) => Number(one.slice(0, 4)) >= earliest && isRealDay(one));
}

/** A date in a text, with the days that it can be. */
export interface WrittenDay {
  readonly start: number;
  readonly end: number;
  readonly days: readonly string[];
}

const inText = new RegExp(`${dateSource}|\\bD\\.?O\\.?B\\.?[ :]{0,2}\\d{6}(?:\\d\\d)?(?!\\d)`, "gi");

/** Every date of a text that is a day of some year, up to so many. Takes time in proportion to the text. */
export function* writtenDays(text: string, most: number): Generator<WrittenDay> {
  inText.lastIndex = 0;
  let seen = 0;
  for (let found = inText.exec(text); found && seen < most; found = inText.exec(text)) {
    const start = found.index;
    const end = start + found[0].length;
    const resume = inText.lastIndex;
    if (!/\d/.test(text.charAt(start - 1)) || !/\d/.test(found[0].charAt(0))) {
      const read = daysOf(found[0].replace(/^D\.?O\.?B\.?[ :]*/i, ""));
      if (read.length > 0) {
        seen++;
        yield { start, end, days: read };
      }
    }
    inText.lastIndex = resume;
  }
}
