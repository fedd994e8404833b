import type { OffsetAt } from "#domain/base/local-time";
import { longDate, longMoment } from "#domain/base/local-words";
import { answerWords, auditName, everyWords, howOf } from "#domain/registers/audits/csv";
import { actionState } from "#domain/work/actions";
import type { Block, Paper } from "#lib/export/paper.ts";
import type { AuditFile } from "./api.ts";

interface Around {
  readonly clinic: string;
  readonly asOf: string;
  readonly today: string;
  readonly offsetAt: OffsetAt;
  readonly nameOf: (id: string) => string;
}

/** The newest round of an audit with its dated tick list and its findings, for an inspector. */
export function roundPaper({ audit, rounds, lines, actions }: AuditFile, around: Around): Paper {
  const { clinic, asOf, today, offsetAt, nameOf } = around;
  const [round] = rounds;
  const at = (instant: string): string => (instant === "" ? "" : longMoment(instant, offsetAt));
  const closed = round?.state === "closed";
  const facts: readonly (readonly [string, string])[] = [
    ["How often", everyWords(audit.every)],
    ["Who does it", nameOf(audit.owner)],
    ["Begun", round ? longDate(round.begunOn) : "not yet"],
    ["Closed", round && closed ? `${longDate(round.closedOn)}, ${nameOf(round.closedBy)}` : ""],
    ["Not looked at", round && closed ? String(round.missed) : ""],
    ["How it stands", round?.conclusion ?? ""],
    ["Evidence", round?.evidence ?? ""],
    ["Next", audit.nextOn === "" ? "" : longDate(audit.nextOn)],
  ];
  const findings: Block =
    actions.length === 0
      ? { is: "paragraph", text: "None." }
      : {
          is: "table",
          head: ["Finding", "Owner", "By", "State"],
          shares: [0.46, 0.2, 0.18, 0.16],
          rows: actions.map((one) => [
            one.text,
            nameOf(one.owner),
            longDate(one.due),
            actionState(one, today),
          ]),
        };
  return {
    title: auditName(audit),
    subject: "Audit",
    author: clinic,
    madeAtMs: Date.parse(asOf),
    foot: [`${clinic} · Audit`, `As of ${longMoment(asOf, offsetAt)}`],
    blocks: [
      { is: "paragraph", text: howOf(audit.template), look: "muted" },
      { is: "facts", rows: facts.filter(([, words]) => words !== "") },
      { is: "heading", level: 2, text: "Line by line" },
      {
        is: "table",
        head: ["Line", "Answer", "Looked at"],
        shares: [0.42, 0.3, 0.28],
        rows: lines.map((line) => [
          line.text,
          [answerWords(audit.template, line), line.note].filter(Boolean).join(". "),
          [at(line.lookedAt), line.answer === "" ? "" : nameOf(line.lookedBy)].filter(Boolean).join(", "),
        ]),
      },
      { is: "heading", level: 2, text: "Findings" },
      findings,
    ],
  };
}
