import * as z from "zod/mini";
import { outcomes } from "../ledger/mail-lists.ts";
import { triageVerdicts } from "../registers/incidents/kinds.ts";

/** How many weeks may be looked at, this one included. */
export const trendSpans = [8, 26] as const;
export type TrendSpan = (typeof trendSpans)[number];

/** What an incident was found to be; `undecided` where nobody has answered. */
export const verdicts = [...triageVerdicts, "undecided"] as const;
export type Verdict = (typeof verdicts)[number];

/** What became of an attempt in mail; `open` where nothing has yet. */
export const mailEnds = [...outcomes, "open"] as const;
export type MailEnd = (typeof mailEnds)[number];

const count = z.int().check(z.minimum(0));

/**
 * How much of a time was watched, as the first screen counts a day: browsers seen on it, of those that were paired.
 * `seen` and `of` are browser days; days on which no browser at all was seen are no part of either, but `silent`: the
 * clinic was closed, or nothing was watched, which only people can tell.
 */
export const coverageFigure = z.object({ seen: count, of: count, silent: count });
export type CoverageFigure = z.infer<typeof coverageFigure>;

/** Counts of a register, by part. */
export const countParts = z.record(z.string(), count);
export type CountParts = z.infer<typeof countParts>;

/** A week's figures; null where that was not recorded yet. */
const trendWeek = z.object({
  /** Civil dates at the clinic. */
  monday: z.string(),
  sunday: z.string(),
  /** By what became of it; an end that did not happen is left out. */
  mail: z.nullable(z.partialRecord(z.enum(mailEnds), count)),
  views: z.nullable(count),
  coverage: z.nullable(coverageFigure),
  /** What each register counts, by the key of its figure. */
  registers: z.record(z.string(), z.nullable(countParts)),
});
export type TrendWeek = z.infer<typeof trendWeek>;

/** Civil date from which something is recorded; null: not yet. */
const since = z.nullable(z.string());

/** `GET /api/chaperone/trends?weeks=8|26`: counts alone, of what the reader may see. No person stands in them. */
export const trendsAnswer = z.object({
  asOf: z.string(),
  /** Oldest first; the last one is not over. */
  weeks: z.array(trendWeek),
  since: z.object({
    mail: since,
    views: since,
    coverage: since,
    registers: z.record(z.string(), since),
  }),
});
export type Trends = z.infer<typeof trendsAnswer>;

/** A week that ended before something was recorded has no figure of it: 0 would be a claim. */
export const isRecorded = (sunday: string, from: string | null): boolean => from !== null && from <= sunday;
