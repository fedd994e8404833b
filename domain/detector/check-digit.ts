/**
 * The check digit that NHS, CHI and H&C numbers share: weights 10 to 2 on the first nine digits, modulo 11.
 * A remainder that would ask for the digit 10 makes the number invalid (NHS Data Dictionary, "NHS NUMBER").
 *
 * @param digits Ten digits and nothing else; any other text is invalid.
 */
export function hasValidCheckDigit(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += Number(digits.charAt(place)) * (10 - place);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits.charAt(9));
}

/** Who issues the block that a ten-digit number stands in (NHS England, number ranges; DOMAIN.md 5.1). */
export type Range = "chi" | "hc" | "england" | "test" | "not-issued";

export function rangeOf(digits: string): Range {
  const head = Number(digits.slice(0, 3));
  if (head >= 10 && head <= 311) return "chi";
  if (head >= 320 && head <= 399) return "hc";
  if ((head >= 400 && head <= 499) || (head >= 600 && head <= 799)) return "england";
  return head >= 900 ? "test" : "not-issued";
}

/**
 * Whether a text is ten digits that a patient may have: right by their check digit, and of a range that is given out or
 * tested. One in eleven of a vendor's own numbers of ten digits is so too.
 */
export const isHealthNumber = (digits: string): boolean =>
  hasValidCheckDigit(digits) && rangeOf(digits) !== "not-issued";

const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the first six digits are a day of some year, as a CHI number's must be: DDMMYY. */
export function beginsWithBirthday(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const longest = longestMonth[month - 1] ?? 0;
  const leapDayIsReal = day !== 29 || month !== 2 || Number(digits.slice(4, 6)) % 4 === 0;
  return day >= 1 && day <= longest && leapDayIsReal;
}

const turned = [
  "0123456789",
  "1234067895",
  "2340178956",
  "3401289567",
  "4012395678",
  "5987604321",
  "6598710432",
  "7659821043",
  "8765932104",
  "9876543210",
] as const;
const moved = [
  "0123456789",
  "1576283094",
  "5803796142",
  "8916043527",
  "9453126870",
  "4286573901",
  "2793806415",
  "7046913258",
] as const;

/** Whether the last digit of a SNOMED CT identifier is right (Verhoeff’s check; SNOMED International, Editorial Guide, SCTID). */
export function hasVerhoeffDigit(digits: string): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits.charAt(digits.length - 1 - place));
    check = Number(turned[check]?.charAt(Number(moved[place % 8]?.charAt(digit))));
  }
  return check === 0;
}
