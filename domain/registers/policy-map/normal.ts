import type { PolicyLine } from "./states.ts";

/** A number or letter that a policy puts before its clauses: "4.2", "(a)", "iv." */
const clauseNumber =
  /^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]\d{0,2}(?:\.\d{1,2}){0,2}|[ivx]{1,4})[.)]\s+|(?:[a-z]?\d{1,2})(?:\.\d{1,2}){1,3}\s+)/i;

export const withoutNumber = (text: string): string => text.replace(clauseNumber, "");

/**
 * A sentence as it is compared: an item with what leads up to it, without its clause number, its letters' case, its last
 * stop and the kinds of its quotes, dashes and blanks. The same words keep their state in every version and place.
 */
export function normalText({ lead, text }: Pick<PolicyLine, "lead" | "text">): string {
  const whole = lead === "" ? withoutNumber(text) : `${withoutNumber(lead)} ${withoutNumber(text)}`;
  return whole
    .toLowerCase()
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, " ")
    .trim()
    .replace(/[\s.;:,!]+$/, "");
}
