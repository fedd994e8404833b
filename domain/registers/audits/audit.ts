import * as z from "zod/mini";
import { templateKeys } from "./templates.ts";

export const auditStates = ["in-use", "retired"] as const;
export type AuditState = (typeof auditStates)[number];
export const roundStates = ["open", "closed"] as const;
export type RoundState = (typeof roundStates)[number];

/** Most months between two rounds, and most lines of an audit of the clinic's own. */
export const mostEvery = 24;
export const mostOwnLines = 30;

/** An audit of the programme. Days are civil dates; '' is none. */
export const auditRow = z.object({
  id: z.string(),
  version: z.int(),
  template: z.enum(templateKeys),
  title: z.string(),
  subject: z.string(),
  every: z.int(),
  owner: z.string(),
  nextOn: z.string(),
  questions: z.array(z.string()),
  state: z.enum(auditStates),
  retiredWhy: z.string(),
});
export type Audit = z.infer<typeof auditRow>;

/** One time that it was done. */
export const roundRow = z.object({
  id: z.string(),
  version: z.int(),
  audit: z.string(),
  number: z.int(),
  plannedOn: z.string(),
  begunOn: z.string(),
  closedOn: z.string(),
  closedBy: z.string(),
  state: z.enum(roundStates),
  /** Lines with a finding, and lines that nobody looked at, as it was closed. */
  found: z.int(),
  missed: z.int(),
  conclusion: z.string(),
  evidence: z.string(),
  by: z.string(),
});
export type Round = z.infer<typeof roundRow>;

/** A line of its tick list; `answer` is one of its template's, '' until somebody looked. */
export const lineRow = z.object({
  id: z.string(),
  version: z.int(),
  round: z.string(),
  position: z.int(),
  about: z.string(),
  text: z.string(),
  answer: z.string(),
  note: z.string(),
  lookedBy: z.string(),
  lookedAt: z.pipe(
    z.string(),
    z.transform((text) => text.replace(" ", "T")),
  ),
});
export type Line = z.infer<typeof lineRow>;

/**
 * The day of the next round: as many months on, the last of a shorter month.
 *
 * @param from - Civil date of the round before.
 * @param every - Months; 0 is once, and then there is none: ''.
 */
export function nextAfter(from: string, every: number): string {
  if (every === 0) return "";
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + every;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(Math.min(last, Number(from.slice(8))))}`;
}

/** Why this person may not tick a line; undefined where they may. */
export const whyNotTick = (actor: string, line: Pick<Line, "about">): string | undefined =>
  line.about === actor ? "This line is about you: somebody else looks at it." : undefined;
