import { type TrendSpan, trendsAnswer } from "#domain/figures/trends";
import { yearAnswer } from "#domain/figures/year";
import { ask } from "./client.ts";

/** Counts of the last weeks, this one included. Asking is itself recorded. */
export const readTrends = (weeks: TrendSpan) => ask(trendsAnswer, "trends", { query: { weeks } });

/** Figures of a calendar year; without one of the twelve months that end today. */
export const readYear = (year: number | undefined) => ask(yearAnswer, "year", { query: { year } });
