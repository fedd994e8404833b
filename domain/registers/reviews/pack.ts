import * as z from "zod/mini";
import { csvOf } from "../../base/csv.ts";

/** Minutes as they were signed, by their row and the hash that the event log holds. */
const packMinutes = z.object({ id: z.string(), weekOf: z.string(), hash: z.string() });

/** What the dashboard renders of reviews for an evidence pack. */
export const reviewPack = z.object({ signed: z.array(packMinutes) });
export type ReviewPack = z.infer<typeof reviewPack>;

/** A week that was reviewed, or was not and why: then without a hash. */
export interface PackWeek {
  readonly id: string;
  readonly number: number;
  readonly weekOf: string;
  readonly state: string;
  readonly signedAt: string;
  readonly hash: string;
  readonly missedReason: string;
}

export const weeksCsv = (weeks: readonly PackWeek[]): string =>
  csvOf([
    ["Week of", "Review", "Signed (UTC)", "Why it was not held", "SHA-256 of the minutes"],
    ...weeks.map(({ weekOf, number, state, signedAt, missedReason, hash }) => [
      weekOf,
      state === "signed" ? String(number) : "",
      signedAt,
      missedReason,
      hash,
    ]),
  ]);
