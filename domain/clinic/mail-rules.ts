import type { Strength } from "../detector/verdict.ts";
import type { RecipientClass } from "../ledger/mail-lists.ts";
import {
  type Decision,
  decisions,
  ruledChannels,
  ruledRecipients,
  ruledStrengths,
} from "../ledger/rule-lists.ts";

/**
 * What becomes of a document about a patient, as a table: by which channel it leaves, to whom, and how sure the check is.
 * The clinic's own table is data in its settings; the guard asks it and each event keeps which cell decided.
 */

type By<Key extends string, Value> = Readonly<Record<Key, Value>>;
export type RuleTable = By<Ruled["channel"], By<Ruled["to"], By<Ruled["strength"], Decision>>>;

/** One cell of the table. */
export interface Ruled {
  readonly channel: (typeof ruledChannels)[number];
  readonly to: (typeof ruledRecipients)[number];
  readonly strength: (typeof ruledStrengths)[number];
  readonly does: Decision;
}

const inside = { strong: "warn", weak: "warn", unreadable: "block" } as const;
const out = { strong: "block", weak: "block", unreadable: "block" } as const;
const usual = { own: inside, approved: inside, patient: out, outside: out };

/**
 * The table of a clinic that changed none. The source policy sends patient documents through the clinical system and never
 * by e-mail: blocked for whoever is outside, the patient too, and warned of inside. What can't be read may be either.
 */
export const usualRules: RuleTable = { mail: usual, sharing: usual, messaging: usual, ai: usual };

/** A cell that a table may not hold. */
export interface RuleFault {
  readonly channel: Ruled["channel"];
  readonly to: Ruled["to"];
  readonly strength: Ruled["strength"];
  readonly why: "unrecorded" | "milder-outside";
}

/**
 * What is wrong with a table: a document that surely names a patient leaves the clinic on no record, or goes to somebody
 * outside by a milder rule than to a colleague.
 */
export function ruleFaults(table: RuleTable): RuleFault[] {
  const faults: RuleFault[] = [];
  for (const channel of ruledChannels) {
    const { own, outside } = table[channel];
    for (const to of ["patient", "outside"] as const)
      if (table[channel][to].strong === "allow")
        faults.push({ channel, to, strength: "strong", why: "unrecorded" });
    for (const strength of ruledStrengths)
      if (gravity(outside[strength]) < gravity(own[strength]))
        faults.push({ channel, to: "outside", strength, why: "milder-outside" });
  }
  return faults;
}

/** How grave a decision is: of several that apply, the gravest counts. */
export const gravity = (does: Decision): number => decisions.indexOf(does);

/** The column for a recipient: one that can't be resolved is outside (DESIGN.md 10). */
export const columnFor = (group: RecipientClass): Ruled["to"] => (group === "unknown" ? "outside" : group);

/**
 * The cell that decides about documents on their way to these recipients: the gravest of all that apply. Before anybody is
 * named it is decided as for somebody outside.
 *
 * @param strengths - Of each document; one in which nothing was seen is ruled by nothing.
 * @returns undefined where nothing is to be decided.
 */
export function ruledBy(
  table: RuleTable,
  channel: Ruled["channel"],
  strengths: readonly Strength[],
  groups: readonly RecipientClass[],
): Ruled | undefined {
  const columns = new Set<Ruled["to"]>(groups.length === 0 ? ["outside"] : groups.map(columnFor));
  let gravest: Ruled | undefined;
  for (const strength of ruledStrengths) {
    if (!strengths.includes(strength)) continue;
    for (const to of ruledRecipients) {
      if (!columns.has(to)) continue;
      const does = table[channel][to][strength];
      if (gravest === undefined || gravity(does) > gravity(gravest.does))
        gravest = { channel, to, strength, does };
    }
  }
  return gravest;
}
