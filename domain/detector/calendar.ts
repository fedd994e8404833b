const months =
  "ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

/**
 * Source of a pattern for a whole date with its year: 12/03/1961, 12.03.61, 12-Mar-1961, 12th March 1961,
 * March 12, 1961, 1961-03-12, 19610312. It holds no groups.
 */
export const dateSource = [
  "\\d{1,2}[ ]?[/.\\-\\u2013][ ]?\\d{1,2}[ ]?[/.\\-\\u2013][ ]?(?:(?:18|19|20)\\d\\d|\\d\\d)(?!\\d)",
  `\\d{1,2}(?:st|nd|rd|th)?[ /.\\-]{0,2}(?:of )?(?:${months})[,. /\\-]{0,2}['\u2018\u2019]?(?:(?:18|19|20)\\d\\d|\\d\\d)(?!\\d)`,
  `(?:${months})[ .]{1,2}\\d{1,2}(?:st|nd|rd|th)?,? (?:18|19|20)\\d\\d(?!\\d)`,
  "(?:18|19|20)\\d\\d[/.\\-]\\d{1,2}[/.\\-]\\d{1,2}(?!\\d)",
  "(?:18|19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)",
].join("|");

/**
 * Whether a date as written can be a birthday: a real day and month in either order, a year from 1890 on.
 * Two-digit years are taken as they stand. The year's other end is left open: `domain/` knows no today.
 */
export function canBeBirthday(words: string): boolean {
  const numbers = (words.match(/\d+/g) ?? []).map(Number);
  if (/[a-z]{3}/i.test(words)) {
    const [first = 0, second = 0] = numbers;
    return first >= 1 && first <= 31 && (second < 100 || (second >= 1890 && second <= 2099));
  }
  const [first = 0, second = 0, third = 0] = numbers;
  if (numbers.length === 1) return first >= 18_900_101;
  if (first >= 1890) return second >= 1 && second <= 12 && third >= 1 && third <= 31;
  const dayAndMonth =
    first >= 1 && second >= 1 && Math.min(first, second) <= 12 && Math.max(first, second) <= 31;
  return dayAndMonth && (third < 100 || third >= 1890);
}

/** The date's year where it is written in full. */
export function yearOf(words: string): number | undefined {
  const year = /(?:^|\D)((?:18|19|20)\d\d)(?:\D|$)/.exec(words)?.[1];
  return year === undefined ? undefined : Number(year);
}
