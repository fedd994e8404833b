import { dateAt, type OffsetAt } from "#domain/base/local-time";
import { longMoment } from "#domain/base/local-words";
import { dataRegulatorOn } from "#domain/law/regulators";
import type { BreachRegister, BreachRegisterRow } from "#domain/registers/incidents/register-row";
import { causeWords, incidentName, stateWords } from "#domain/registers/incidents/words";
import { offsetIn } from "#lib/format/offset-at.ts";
import type { Block, Paper } from "../paper.ts";

const unknown = "Not known yet";
const count = (n: number | null): string => (n === null ? unknown : String(n));

/**
 * The register of all breaches that the regulator may ask to see (UK GDPR Art 33(5)), newest first.
 *
 * @param hash - SHA-256 of the register's canonical JSON, in hex.
 */
export function breachRegisterPaper(register: BreachRegister, hash: string): Paper {
  const { clinic, asOf, rows, timeZone } = register;
  const offsetAt = offsetIn(timeZone);
  const { short } = dataRegulatorOn(dateAt(Date.parse(asOf), offsetAt));
  const open = rows.filter(({ closed }) => closed === null).length;
  return {
    title: "Register of personal data breaches",
    subject: "UK GDPR Article 33(5)",
    author: clinic,
    madeAtMs: Date.parse(asOf),
    foot: [`${clinic} \u00b7 Register of breaches`, `SHA-256 of the register's JSON: ${hash}`],
    blocks: [
      {
        is: "paragraph",
        text: `${clinic}. As of ${longMoment(asOf, offsetAt)}, on the clocks of ${timeZone}. ${rows.length} in the register, ${open} not closed. Near misses and withdrawn ones stay in it with their reason. It names no patient.`,
      },
      ...(rows.length === 0 ? [{ is: "paragraph", text: "Nothing has been entered yet." } as Block] : []),
      ...rows.flatMap((row) => entry(row, offsetAt, short)),
    ],
  };
}

function entry(row: BreachRegisterRow, offsetAt: OffsetAt, short: string): Block[] {
  const at = (moment: string | null, without: string) => (moment ? longMoment(moment, offsetAt) : without);
  return [
    { is: "heading", level: 2, text: `${incidentName(row.number)}: ${row.title}` },
    {
      is: "facts",
      rows: [
        ["State", stateWords[row.state]],
        ["Type of breach", row.types.length === 0 ? unknown : row.types.join(", ")],
        ["Happened", at(row.occurred, unknown)],
        ["Detected", at(row.detected, unknown)],
        ["Aware", at(row.aware, unknown)],
        ["The facts", row.facts || unknown],
        ["Its effects", row.effects || unknown],
        ["What was done", row.remedy || unknown],
        ["Cause", causeWords[row.cause]],
        ["People, records", `${count(row.people)}, ${count(row.records)}`],
        [
          `Sent to the ${short}`,
          at(row.icoSent, "Not sent") + (row.icoReference ? `, ${row.icoReference}` : ""),
        ],
        ["People told", at(row.peopleTold, "Not told")],
        ["Reason and decider", [row.reason, row.decidedBy].filter(Boolean).join("\n") || unknown],
        ["Closed", at(row.closed, "No")],
      ],
    },
  ];
}
