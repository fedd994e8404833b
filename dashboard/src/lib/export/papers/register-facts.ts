import type { OffsetAt } from "#domain/base/local-time";
import { longMoment } from "#domain/base/local-words";
import type { BreachRegisterRow } from "#domain/registers/incidents/register-row";
import { decisionInWords } from "#domain/registers/incidents/report-facts";
import {
  adviceWords,
  causeInWords,
  inWords,
  latenessWords,
  standsAs,
  typeWords,
  verdictWords,
} from "#domain/registers/incidents/words";

const unknown = "Not known yet";
const undecided = "Not decided yet";
const count = (n: number | null): string => (n === null ? unknown : String(n));

type Said = BreachRegisterRow["verdict"] | BreachRegisterRow["decision"];

/**
 * A line of the register as named facts in words, in the order of the paper: what happened, what was found, advised and
 * decided and why, who was told and when, what was done.
 *
 * @param short - What the regulator of data calls itself.
 */
export function registerFacts(
  row: BreachRegisterRow,
  offsetAt: OffsetAt,
  short: string,
): (readonly [name: string, words: string])[] {
  const at = (moment: string | null, without = unknown) => (moment ? longMoment(moment, offsetAt) : without);
  /** The words, then why, and who said it when. */
  const said = (words: string, { reason, by, at: when }: Omit<Said, "is" | "ico" | "people">) =>
    words === ""
      ? undecided
      : [words, reason, [by, when && longMoment(when, offsetAt)].filter(Boolean).join(", ")]
          .filter(Boolean)
          .join("\n");
  return [
    [
      "State",
      [standsAs(row.state, row.verdict.is), row.confidential ? "Confidential" : ""]
        .filter(Boolean)
        .join("\n"),
    ],
    ["Type of breach", row.types.map((type) => typeWords[type]).join("\n") || unknown],
    ["Happened", at(row.occurred)],
    ["Detected", at(row.detected)],
    ["Aware", at(row.aware)],
    ["The facts", row.facts || unknown],
    ["Its effects", row.effects || unknown],
    ["What was done", row.remedy || unknown],
    ["Cause", causeInWords(row)],
    [
      "People, records",
      row.people === null && row.records === null ? unknown : `${count(row.people)}, ${count(row.records)}`,
    ],
    ["What it was found to be", said(inWords(verdictWords, row.verdict.is), row.verdict)],
    ["The lead\u2019s advice", said(inWords(adviceWords(short), row.advice.is), row.advice)],
    ["The controller\u2019s decision", said(decisionInWords(row.decision, short), row.decision)],
    ["The 72 hours end", at(row.icoDue)],
    [`Sent to the ${short}`, at(row.icoSent, "Not sent") + (row.icoReference ? `, ${row.icoReference}` : "")],
    ["In time or late", [latenessWords[row.lateness], lateBecause(row)].filter(Boolean).join("\n")],
    ["People told", toldInWords(row, at)],
    ["Its report", reportInWords(row.report, at)],
    [
      "Closed",
      row.closed
        ? [[at(row.closed), row.closedBy].filter(Boolean).join(", "), row.ending].filter(Boolean).join("\n")
        : "No",
    ],
  ];
}

/** Why it was late; that nobody has said why is said too. */
export const lateBecause = ({ lateness, delayReason }: BreachRegisterRow): string =>
  delayReason !== ""
    ? `Why: ${delayReason}`
    : lateness === "late" || lateness === "overdue"
      ? "Nobody has said why"
      : "";

/** "11 of 14 to be told, the last on …". */
function toldInWords(row: BreachRegisterRow, at: (moment: string | null) => string): string {
  if (row.toBeTold === 0 && row.decision.people === "") return "Nobody is on the list; nothing is decided";
  if (row.toBeTold === 0)
    return row.decision.people === "tell" ? "None told: nobody is on the list yet" : "Nobody to be told";
  const last = row.peopleTold === null ? "" : `, the last on ${at(row.peopleTold)}`;
  return `${row.told} of ${row.toBeTold} to be told${last}`;
}

/** Which version of its report was frozen last, and who read it before. */
function reportInWords(
  { version, readBy, readAt }: BreachRegisterRow["report"],
  at: (moment: string | null) => string,
): string {
  if (version === 0) return "No version has been frozen";
  return readBy === ""
    ? `Version ${version}; not recorded who read it`
    : `Version ${version}, read by ${readBy} on ${at(readAt)}`;
}
