import type { CsvColumn } from "../list-csv.ts";
import { type ObjectionRow, objectionStateWords, objectionWords } from "./objection.ts";

/** What leaves the clinic of it: that people were answered, and when. */
export const datedColumns: readonly CsvColumn<
  Pick<ObjectionRow, "what" | "at" | "limitOn" | "state" | "answeredAt">
>[] = [
  ["What", ({ what }) => objectionWords[what]],
  ["At (UTC)", ({ at }) => at],
  ["Answer by", ({ limitOn }) => limitOn],
  ["State", ({ state }) => objectionStateWords[state]],
  ["Answered (UTC)", ({ answeredAt }) => answeredAt],
];

export const objectionColumns: readonly CsvColumn<ObjectionRow>[] = [
  ["What", ({ what }) => objectionWords[what]],
  ["Entry", ({ event }) => event],
  ["Table", ({ table }) => table],
  ["Row", ({ row }) => row],
  ["In their words", ({ words }) => words],
  ["By", ({ by }, nameOf) => nameOf(by)],
  ["At (UTC)", ({ at }) => at],
  ["Answer by", ({ limitOn }) => limitOn],
  ["State", ({ state }) => objectionStateWords[state]],
  ["Answer", ({ answer }) => answer],
  ["Answered by", ({ answeredBy }, nameOf) => nameOf(answeredBy)],
  ["Answered (UTC)", ({ answeredAt }) => answeredAt],
];
