import type { CsvColumn } from "../../list-csv.ts";
import { refusedWhys } from "./acts.ts";
import { formKinds, formWhoms } from "./form.ts";
import type { SentRow } from "./sent-row.ts";

export const sentStateWords: Readonly<Record<SentRow["state"], string>> = {
  waiting: "waits to be accepted",
  accepted: "became a request",
  refused: "refused",
};

/** What came, in days and kinds: who asks and what they wrote leaves in no file. */
export const sentColumns: readonly CsvColumn<SentRow>[] = [
  ["Came on", ({ receivedOn }) => receivedOn],
  ["What", ({ kind }) => formKinds[kind]],
  ["For whom", ({ whom }) => formWhoms[whom]],
  ["Answer by", ({ limitOn }) => limitOn],
  ["State", ({ state }) => sentStateWords[state]],
  ["Refused as", ({ why }) => (why === "" ? "" : refusedWhys[why])],
  ["Reason", ({ reason }) => reason],
  ["Decided by", ({ by }, nameOf) => nameOf(by)],
  ["Decided (UTC)", ({ at }) => at],
];
