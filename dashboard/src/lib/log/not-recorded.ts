import { groupOf, type LogGroup } from "#domain/ledger/log-groups";

const words: Readonly<Record<LogGroup, string>> = {
  record: "Not recorded: the patient’s name, what the page said, its address, how long the record was open.",
  mail: "Not recorded: the document, its name, its text, the address that it was for.",
  browser: "Not recorded: which other pages were open, and what they showed.",
  dashboard: "",
};

/** What an entry of this kind leaves out of what happened; '' where it tells all that is kept of it. */
export const notRecorded = (kind: string): string => words[groupOf(kind)];
