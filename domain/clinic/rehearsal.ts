import type { Strength } from "../detector/verdict.ts";
import type { RecipientClass } from "../ledger/mail-lists.ts";
import type { Decision } from "../ledger/rule-lists.ts";
import { gravity, type Ruled, type RuleTable, ruledBy } from "./mail-rules.ts";

/** Days of the log by which a table is tried before it is saved. */
export const rehearsedDays = 90;

/** Times that something was held, which the log tells alike: by which way, to whom, how sure the check was, and what became of them. */
export interface Recorded {
  /** undefined where the browser told no rule: it was an older one. */
  readonly channel: Ruled["channel"] | undefined;
  readonly did: Decision | undefined;
  readonly strengths: readonly Strength[];
  readonly groups: readonly RecipientClass[];
  /** Something beside the table had them held: another patient's address, or many open ones and nothing else. */
  readonly apart: boolean;
  readonly count: number;
}

/** Times that another table would deal with otherwise. */
export interface Change extends Ruled {
  /** What the table of that day did. */
  readonly did: Decision;
  readonly count: number;
}

/** What a table would have done with what the log tells of. */
export interface Rehearsal {
  /** Times in all that something was held, one document or several. */
  readonly held: number;
  /** What it would deal with more strictly, and more mildly: by cell, the most first. */
  readonly stricter: readonly Change[];
  readonly milder: readonly Change[];
  readonly same: number;
  /** Held by something beside the table, which no table changes. */
  readonly apart: number;
  /** Recorded without the rule that decided: what another table would have done can't be said. */
  readonly unknown: number;
}

/**
 * Tries a table on what was recorded. Where the table in force lets something go unrecorded the log tells nothing of it: so a
 * stricter table may stop more than is said here, by as many as nobody knows.
 */
export function rehearse(table: RuleTable, recorded: readonly Recorded[]): Rehearsal {
  const changes = new Map<string, Change>();
  const counts = { held: 0, same: 0, apart: 0, unknown: 0 };
  for (const { channel, did, strengths, groups, apart, count } of recorded) {
    counts.held += count;
    const ruled = channel && ruledBy(table, channel, strengths, groups);
    if (apart) counts.apart += count;
    else if (!ruled || did === undefined) counts.unknown += count;
    else if (ruled.does === did) counts.same += count;
    else {
      const key = [ruled.channel, ruled.to, ruled.strength, did, ruled.does].join(" ");
      changes.set(key, { ...ruled, did, count: count + (changes.get(key)?.count ?? 0) });
    }
  }
  const all = [...changes.values()].sort((one, other) => other.count - one.count);
  const isStricter = ({ did, does }: Change) => gravity(does) > gravity(did);
  return { ...counts, stricter: all.filter(isStricter), milder: all.filter((one) => !isStricter(one)) };
}
