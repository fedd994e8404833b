import * as z from "zod/mini";
import type { CsvColumn } from "../list-csv.ts";

/** Once somebody asked who may be told. Times are instants; '' where there is none. */
export const askRow = z.object({
  id: z.string(),
  version: z.int(),
  user: z.string(),
  browser: z.string(),
  at: z.string(),
  system: z.string(),
  recordRef: z.string(),
  stood: z.int(),
  refused: z.boolean(),
  toldAt: z.string(),
  liftedAt: z.string(),
  liftedBy: z.string(),
});
export type AskRow = z.infer<typeof askRow>;

export const askColumns: readonly CsvColumn<AskRow>[] = [
  ["At (UTC)", ({ at }) => at],
  ["Who asked", ({ user }, nameOf) => nameOf(user)],
  ["Record", ({ recordRef }) => recordRef],
  ["Releases that said yes", ({ stood }) => stood],
  ["Refused as too many", ({ refused }) => (refused ? "yes" : "no")],
  ["Somebody was told (UTC)", ({ toldAt }) => toldAt],
  ["Let go on (UTC)", ({ liftedAt }) => liftedAt],
  ["Let go on by", ({ liftedBy }, nameOf) => nameOf(liftedBy)],
];
