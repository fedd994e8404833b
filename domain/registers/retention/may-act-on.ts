import type { Role } from "../../roles.ts";
import { type ActRule, isFrom } from "../register.ts";
import { type OnRecord, type RetentionNeed, retentionActs } from "./acts.ts";
import { isDue, isHeld, type RetentionFacts, type RetentionState } from "./state.ts";

const stateSentences: Readonly<Record<RetentionState, string>> = {
  waiting: "Nobody has appraised this record yet.",
  appraised: "This record is appraised: decide what becomes of it.",
  asked: "A second person has been asked about this record.",
  agreed: "It was agreed that this record is destroyed.",
  kept: "This record is kept longer.",
  done: "This record is destroyed: its certificate stays as it is.",
};

/** Acts on the way to destruction: none of them while it is held, or before its time. */
const destroying: readonly OnRecord[] = [
  "retention_rows.appraise",
  "retention_rows.ask",
  "retention_rows.agree",
  "retention_rows.done",
];

/**
 * Why this person may not do this to this record, as a sentence to show; undefined where they may.
 *
 * @param today - Civil date at the clinic.
 */
export function whyNotOnRecord(
  actor: { readonly id: string; readonly role: Role },
  act: OnRecord,
  row: RetentionFacts,
  today: string,
): string | undefined {
  const rule: ActRule<RetentionState, RetentionNeed> = retentionActs[act];
  if (!rule.may.includes(actor.role)) return "Your role does not allow this.";
  if (!isFrom(rule, row.state)) return stateSentences[row.state];
  if (destroying.includes(act)) {
    if (row.requested)
      return "A request about this record is open: nothing of it may be destroyed before it has ended.";
    if (isHeld(row)) return "This record is held: nothing of it may be destroyed.";
    if (!isDue(row, today)) return "This record is not due yet.";
  }
  if (rule.need === "second" && actor.id !== row.second) return "The second person who was asked does this.";
  if (rule.need === "asked" && ![row.second, row.askedBy].includes(actor.id))
    return "Whoever asked or was asked does this.";
  return undefined;
}

/** Whether somebody can be the second person: neither who appraised it nor who asks. */
export const maySecond = (id: string, asker: string, { appraisedBy }: Pick<RetentionFacts, "appraisedBy">) =>
  id !== asker && id !== appraisedBy;
