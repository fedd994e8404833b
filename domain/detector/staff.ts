import { namePart, personTitle } from "./recognisers/names.ts";
import type { Finding } from "./verdict.ts";

/** Signs of a document that are looked at: such papers are short. */
const lookedAt = 40_000;

/** Kinds of papers about one member of staff that a clinic promised to keep to itself. */
const kinds: readonly RegExp[] = [
  /\b(?:fit note|sick note|statement of fitness (?:for|to) work|self-certification|sickness absence|return[- ]to[- ]work (?:interview|meeting)|occupational health (?:report|referral))\b/i,
  /\b(?:DBS|disclosure and barring)\b[^\n]{0,80}\b(?:result|certificate|outcome|number|no\.?|clear|issued|disclosed)\b/i,
  /\b(?:disciplinary (?:hearing|meeting|outcome|letter|investigation|action)|(?:first|final|written) warning|allegations? of (?:gross )?misconduct|capability (?:meeting|procedure)|grievance (?:hearing|meeting|outcome))\b/i,
  /\b(?:pay ?slip|tax code|net pay|gross pay|NI (?:contributions?|category|letter)|year[- ]to[- ]date|P45|P60)\b[\s\S]{0,600}\b(?:net pay|gross|tax|national insurance|employee)\b/i,
];
const named = new RegExp(
  `(?:\\b${personTitle} ${namePart}|\\b(?:[Nn]ame|NAME|[Ee]mployee(?: [Nn]ame)?|[Aa]pplicant|[Ss]taff(?: [Mm]ember)?|Dear|Re)[ \\t]{0,3}[:|,\\t]?[ \\t|]{0,6}${namePart}(?: ${namePart})?|\\n${namePart} ${namePart}[,\\t|]|\\bfor ${namePart} ${namePart})`,
);
const aboutRules =
  /\b(?:this policy|the policy|policy applies|employees (?:must|should|may|are)|staff (?:must|should|may)|managers? (?:must|should)|template|guidance)\b/gi;
const blank = /_{4,}|\[(?:insert|name|date)|<<|\{\{/gi;

/**
 * Whether a paper is about one member of staff by name: a sick note, a DBS result, a disciplinary letter, a payslip. A policy
 * or a blank form of such is not.
 */
export function isAboutStaff(text: string): Pick<Finding, "kind" | "start" | "end"> | undefined {
  const head = text.slice(0, lookedAt);
  const found = kinds.map((kind) => kind.exec(head)).find((match) => match !== null);
  if (!found || !named.test(head)) return undefined;
  const near = head.slice(Math.max(0, found.index - 300), found.index + found[0].length + 300);
  if (!named.test(near) || /\b(?:apply to|wanted|vacancy|course|trainer|forms? must)\b/i.test(near))
    return undefined;
  if ((head.match(aboutRules) ?? []).length >= 3 || (head.match(blank) ?? []).length >= 3) return undefined;
  return { kind: "staff-paper", start: found.index, end: found.index + Math.min(60, found[0].length) };
}
