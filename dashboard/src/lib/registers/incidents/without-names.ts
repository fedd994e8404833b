import type { BreachRegister, BreachRegisterRow } from "#domain/registers/incidents/register-row";
import { namedIn } from "#domain/registers/screened";
import { incidentName } from "#lib/registers/incidents/words/incident-words.ts";

type Text = {
  read: (row: BreachRegisterRow) => string;
  without: (row: BreachRegisterRow) => BreachRegisterRow;
};

const instead = "Left out of this pack: it seems to name a patient.";

/** What people wrote in a line of the register: where it stands, and the line without it. */
const written: Readonly<Record<string, Text>> = {
  title: { read: (row) => row.title, without: (row) => ({ ...row, title: instead }) },
  facts: { read: (row) => row.facts, without: (row) => ({ ...row, facts: instead }) },
  effects: { read: (row) => row.effects, without: (row) => ({ ...row, effects: instead }) },
  "what was done": { read: (row) => row.remedy, without: (row) => ({ ...row, remedy: instead }) },
  "reason of the verdict": {
    read: (row) => row.verdict.reason,
    without: (row) => ({ ...row, verdict: { ...row.verdict, reason: instead } }),
  },
  "reason of the advice": {
    read: (row) => row.advice.reason,
    without: (row) => ({ ...row, advice: { ...row.advice, reason: instead } }),
  },
  "reason of the decision": {
    read: (row) => row.decision.reason,
    without: (row) => ({ ...row, decision: { ...row.decision, reason: instead } }),
  },
  "reason of the delay": {
    read: (row) => row.delayReason,
    without: (row) => ({ ...row, delayReason: instead }),
  },
  end: { read: (row) => row.ending, without: (row) => ({ ...row, ending: instead }) },
};

/**
 * A register that leaves the clinic is screened once more, whatever the detector let through when a sentence was
 * written: it has learnt since. It does not find every name.
 *
 * @returns The register, and where something was left out, in words.
 */
export function withoutNames(register: BreachRegister): { register: BreachRegister; named: string[] } {
  const named: string[] = [];
  const rows = register.rows.map((row) =>
    Object.entries(written).reduce((line, [words, { read, without }]) => {
      if (namedIn(read(row)).length === 0) return line;
      named.push(`${incidentName(row.number)} in the register, its ${words}`);
      return without(line);
    }, row),
  );
  return { register: { ...register, rows }, named };
}
