import * as z from "zod/mini";
import { recordRef, systemName } from "../base/forms.ts";
import { type MailEnd, mailEnds } from "../figures/trends.ts";
import { isRealInstant } from "./check-event.ts";

/** How much of a reference's end a row shows, and what is asked for at the least; in characters. */
export const endingShown = 4;

/** Most rows of one answer, and how many without a wish. */
export const mostRows = 200;
const usualRows = 50;

const id = z.string().check(z.regex(/^[a-z0-9]{15}$/));
/** Where a page begins, as the server sealed it: it says nothing to anybody else. */
const cursor = z.string().check(z.regex(/^[\w-]{20,200}$/));
const count = z.string().check(z.regex(/^[1-9]\d{0,14}$/));

/** An instant, or a civil date: from its first millisecond, to its last, in UTC. */
const time = z.string().check(z.regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{3})?Z)?$/));

const parameters = {
  /** One event. */
  id: z.optional(id),
  /** The same by its place in the chain, for the lead. */
  seq: z.optional(count),
  user: z.optional(id),
  /** A vendor's id or a keyed reference, as the event holds it. */
  record: z.optional(recordRef),
  /** How a reference ends, in lower case, whatever the record's case is. */
  ending: z.optional(z.string().check(z.regex(/^[a-z0-9-]{4,64}$/))),
  browser: z.optional(id),
  /** Only what a browser tells of without saying whose it is. */
  unattributed: z.optional(z.literal("1")),
  /** A kind, a family such as `mail`, or `dashboard` for all that is of no record, mail or browser (log-groups.ts). */
  kind: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9_]*(?:\.[a-z-]+)?$/), z.maxLength(60))),
  system: z.optional(systemName),
  from: z.optional(time),
  to: z.optional(time),
  trace: z.optional(id),
  /** What became of an attempt in mail. */
  outcome: z.optional(z.enum(mailEnds)),
  /** Only events that may tell of what nobody did. */
  doubtful: z.optional(z.literal("1")),
  /** Asks as well how many entries of each group fit, and which systems there are. */
  counted: z.optional(z.literal("1")),
  before: z.optional(cursor),
  limit: z.optional(count),
  /** `saw`: of attempts in mail, what the detector saw in what was said to be no patient document. */
  format: z.optional(z.enum(["json", "csv", "saw"])),
};
export type LogParameter = keyof typeof parameters;

/** What the log is asked for. `from` and `to` are both within; times are those at which things happened. */
export interface LogQuery {
  readonly id?: string;
  readonly seq?: number;
  readonly user?: string;
  readonly record?: string;
  readonly ending?: string;
  readonly browser?: string;
  readonly unattributed?: true;
  readonly kind?: string;
  readonly system?: string;
  readonly from?: string;
  readonly to?: string;
  readonly trace?: string;
  /** Of attempts in mail alone. */
  readonly outcome?: MailEnd;
  /** Only events that `doubtOf` doubts. */
  readonly doubtful?: true;
  readonly counted?: true;
  /** The `next` of the page before, sealed. */
  readonly cursor?: string;
  /** Only events with a smaller seq; opened from the cursor by the server alone. */
  readonly before?: number;
  readonly limit: number;
  readonly format: "json" | "csv" | "saw";
  /** Traces of cases that the reader may know nothing of; set by the server alone. */
  readonly hidden?: readonly string[];
  /**
   * Without what is left of a register's blanked events, which no longer say whether they were of a hidden case; set by
   * the server alone.
   */
  readonly withoutBlankedActs?: boolean;
  /** How the reference asked for is kept where it may be somebody's health number; set by the server alone. */
  readonly keyed?: string;
}

/** Whether somebody typed a whole number that a reference may have been keyed for, now or by an earlier rule. */
export const mayBeKeyed = (reference: string): boolean => /^\d{10}$/.test(reference);

/**
 * What was asked for: without how much of it, from where and in which form, and without what the server alone set.
 */
export function filterIn({
  cursor: _,
  before: __,
  limit: ___,
  format: ____,
  hidden: _____,
  withoutBlankedActs: ______,
  counted: _______,
  keyed: ________,
  ...filter
}: LogQuery) {
  return filter;
}

/** The parameter that does not fit: unknown here, given twice, or with a value that is none. */
export interface UnfitParameter {
  readonly unfit: string;
}

/**
 * Reads the parameters of an address strictly: a filter that was mistyped must not show more than was asked for.
 *
 * @param raw - What follows the question mark, as it was sent.
 * @param allowed - The parameters that this address knows.
 */
export function parseLogQuery(raw: string, allowed: readonly LogParameter[]): LogQuery | UnfitParameter {
  const single: { [name: string]: string } = {};
  for (const pair of raw.split("&")) {
    if (pair === "") continue;
    const [name = "", ...value] = pair.split("=");
    if (!allowed.includes(name as LogParameter) || name in single) return { unfit: name };
    const text = decoded(value.join("="));
    if (text === undefined) return { unfit: name };
    single[name] = text;
  }
  const parsed = z.strictObject(parameters).safeParse(single);
  if (!parsed.success) return { unfit: String(parsed.error.issues[0]?.path[0] ?? "query") };
  const { from, to, seq, doubtful, unattributed, counted, before, limit, format, ...rest } = parsed.data;
  const bounds = { from: from && bound(from, "T00:00:00.000Z"), to: to && bound(to, "T23:59:59.999Z") };
  if (bounds.from !== undefined && !isRealInstant(bounds.from)) return { unfit: "from" };
  if (bounds.to !== undefined && !isRealInstant(bounds.to)) return { unfit: "to" };
  const rows = limit === undefined ? usualRows : Number(limit);
  if (rows > mostRows) return { unfit: "limit" };
  return {
    ...rest,
    ...(bounds.from === undefined ? {} : { from: bounds.from }),
    ...(bounds.to === undefined ? {} : { to: bounds.to }),
    ...(seq === undefined ? {} : { seq: Number(seq) }),
    ...(doubtful === undefined ? {} : { doubtful: true }),
    ...(unattributed === undefined ? {} : { unattributed: true }),
    ...(counted === undefined ? {} : { counted: true }),
    ...(before === undefined ? {} : { cursor: before }),
    limit: rows,
    format: format ?? "json",
  };
}

/** The engine has no URLSearchParams. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return undefined;
  }
}

function bound(text: string, ofDay: string): string {
  if (!text.includes("T")) return `${text}${ofDay}`;
  return text.includes(".") ? text : text.replace("Z", ".000Z");
}
