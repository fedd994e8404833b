import type { BreachRegister, BreachRegisterRow } from "#domain/registers/incidents/register-row";
import { namedIn } from "#domain/registers/screened";
import { incidentName } from "#lib/registers/incidents/words/incident-words.ts";

/** What people wrote in a line of the register. */
const written = [
  "title",
  "facts",
  "effects",
  "remedy",
  "reason",
] as const satisfies readonly (keyof BreachRegisterRow)[];
const words: Readonly<Record<(typeof written)[number], string>> = {
  title: "title",
  facts: "facts",
  effects: "effects",
  remedy: "what was done",
  reason: "reason",
};
const instead = "Left out of this pack: it seems to name a patient.";

/**
 * A register that leaves the clinic names nobody, whatever the detector let through when a sentence was written: it
 * has learnt since.
 *
 * @returns The register, and where something was left out, in words.
 */
export function withoutNames(register: BreachRegister): { register: BreachRegister; named: string[] } {
  const named: string[] = [];
  const rows = register.rows.map((row) => {
    const found = written.filter((field) => namedIn(row[field]).length > 0);
    named.push(...found.map((field) => `${incidentName(row.number)} in the register, its ${words[field]}`));
    return { ...row, ...Object.fromEntries(found.map((field) => [field, instead])) };
  });
  return { register: { ...register, rows }, named };
}
