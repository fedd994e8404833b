import * as z from "zod/mini";
import type { CsvColumn } from "../list-csv.ts";

/** One look at a sentence that people keep; none of them is ever changed. */
export const checkRow = z.object({
  id: z.string(),
  claim: z.string(),
  /** Number of the version that had the sentence then; 0 where it was not written down. */
  number: z.int(),
  checkedOn: z.string(),
  kept: z.enum(["yes", "no"]),
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
export type PolicyCheck = z.infer<typeof checkRow>;

export const checkColumns: readonly CsvColumn<PolicyCheck>[] = [
  ["Looked on", ({ checkedOn }) => checkedOn],
  ["Found", ({ kept }) => (kept === "yes" ? "kept" : "not kept")],
  ["In version", ({ number }) => (number === 0 ? "" : number)],
  ["What was found", ({ note }) => note],
  ["By", ({ by }, nameOf) => nameOf(by)],
  ["Entered (UTC)", ({ at }) => at],
];
