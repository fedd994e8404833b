import type { CsvColumn } from "../list-csv.ts";
import { type ExceptionRow, exceptionReasonWords, exceptionStateWords } from "./exception.ts";

export const exceptionColumns: readonly CsvColumn<ExceptionRow>[] = [
  ["Asked by", ({ by }, nameOf) => nameOf(by)],
  ["Asked (UTC)", ({ at }) => at],
  ["What for", ({ reason }) => exceptionReasonWords[reason]],
  ["In their words", ({ words }) => words],
  ["System", ({ system }) => system],
  ["Record", ({ recordRef }) => recordRef],
  ["State", ({ state }) => exceptionStateWords[state]],
  ["Decided by", ({ decidedBy }, nameOf) => nameOf(decidedBy)],
  ["Decided (UTC)", ({ decidedAt }) => decidedAt],
  ["Answer", ({ answer }) => answer],
  ["Ends (UTC)", ({ until }) => until],
  ["Used (UTC)", ({ usedAt }) => usedAt],
];
