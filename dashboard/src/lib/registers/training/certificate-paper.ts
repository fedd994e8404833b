import { evidenceSays } from "#domain/registers/training/completions";
import type { Paper } from "#lib/export/paper.ts";
import { dayInWords } from "#lib/format/time.ts";
import type { CompletionRow } from "./api.ts";

/** The certificate of a completion: what is known of it and how, and no more than that. */
export function certificatePaper({
  row,
  course,
  person,
  clinic,
  by,
}: {
  readonly row: Pick<
    CompletionRow,
    | "id"
    | "completedOn"
    | "evidence"
    | "browser"
    | "what"
    | "score"
    | "outOf"
    | "assessor"
    | "number"
    | "at"
    | "sha256"
  >;
  readonly course: string;
  readonly person: string;
  readonly clinic: string;
  readonly by: string;
}): Paper {
  const rows: (readonly [string, string])[] = [
    ["Name", person],
    ["Course", course],
    ...(row.what && row.what !== course ? [["Training", row.what] as const] : []),
    ...(row.number > 0 ? [["Version", String(row.number)] as const] : []),
    ["Completed on", dayInWords(row.completedOn)],
    ["How it is known", evidenceSays(row.evidence, row.browser)],
    ...(row.outOf > 0 ? [["Right answers", `${row.score} of ${row.outOf}`] as const] : []),
    ...(row.assessor ? [["Seen by", row.assessor] as const] : []),
    ["Entered by", by],
    ["Entered", dayInWords(row.at.slice(0, 10))],
    ...(row.sha256 ? [["SHA-256 of the kept file", row.sha256] as const] : []),
    ["Number of the entry", row.id],
  ];
  return {
    title: "Training completed",
    subject: `${course}, ${row.completedOn}`,
    author: clinic,
    madeAtMs: Date.parse(row.at),
    foot: [`${clinic} \u00b7 Training`, `Entry ${row.id}`],
    blocks: [
      { is: "paragraph", text: clinic, look: "strong" },
      { is: "facts", rows },
      {
        is: "paragraph",
        look: "muted",
        text: "From the clinic’s register of training. It says what was entered there, and by whom.",
      },
    ],
  };
}
