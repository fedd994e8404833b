import { dateAt, type OffsetAt } from "#domain/base/local-time";
import { longMoment } from "#domain/base/local-words";
import { dataRegulatorOn } from "#domain/law/regulators";
import type { BreachRegister, BreachRegisterRow } from "#domain/registers/incidents/register-row";
import { incidentName } from "#domain/registers/incidents/words";
import { offsetIn } from "#lib/format/offset-at.ts";
import type { Block, Paper } from "../paper.ts";
import { registerFacts } from "./register-facts.ts";

/** What the register says of names: it is made of what stands there now, and nobody's reading of it is recorded. */
export const registerScreened =
  "Screened by Chaperone for what names a patient, which does not find every name. Not recorded who read it: read it before you hand it on.";

/**
 * The register of all breaches that the regulator may ask to see (UK GDPR Art 33(5)), newest first.
 *
 * @param hash - SHA-256 of the register's canonical JSON, in hex.
 */
export function breachRegisterPaper(register: BreachRegister, hash: string): Paper {
  const { clinic, asOf, rows, timeZone } = register;
  const offsetAt = offsetIn(timeZone);
  const { short } = dataRegulatorOn(dateAt(Date.parse(asOf), offsetAt));
  return {
    title: "Register of personal data breaches",
    subject: "UK GDPR Article 33(5)",
    author: clinic,
    madeAtMs: Date.parse(asOf),
    foot: [`${clinic} \u00b7 Register of breaches`, `SHA-256 of the register's JSON: ${hash}`],
    blocks: [
      {
        is: "paragraph",
        text: `${clinic}. As of ${longMoment(asOf, offsetAt)}, on the clocks of ${timeZone}. ${registerSays(rows)}`,
      },
      { is: "paragraph", text: registerScreened },
      ...(rows.length === 0 ? [{ is: "paragraph", text: "Nothing has been entered yet." } as Block] : []),
      ...rows.flatMap((row) => entry(row, offsetAt, short)),
    ],
  };
}

/** How many there are, in sentences, and whether confidential ones are among them. */
export function registerSays(rows: readonly BreachRegisterRow[]): string {
  const open = rows.filter(({ closed }) => closed === null).length;
  const confidential = rows.filter((row) => row.confidential).length;
  const among =
    confidential === 0
      ? "Confidential ones are not in it."
      : `${confidential} confidential among them, without who reported ${confidential === 1 ? "it" : "them"}.`;
  return `${rows.length} in the register, ${open} not closed. ${among} Near misses and withdrawn ones stay in it with their reason.`;
}

function entry(row: BreachRegisterRow, offsetAt: OffsetAt, short: string): Block[] {
  return [
    { is: "heading", level: 2, text: `${incidentName(row.number)}: ${row.title}` },
    { is: "facts", rows: registerFacts(row, offsetAt, short) },
  ];
}
