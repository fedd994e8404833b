import { milliseconds, policy } from "../policy.ts";

/** A corrective action of any register, as far as its state asks. '' where something is not so yet. */
export interface ActionFacts {
  readonly owner: string;
  /** Civil date. */
  readonly due: string;
  readonly doneAt: string;
  readonly doneBy: string;
  readonly verifiedAt: string;
  readonly cancelledAt: string;
}

export const actionStates = ["open", "overdue", "done", "verified", "cancelled"] as const;
export type ActionState = (typeof actionStates)[number];

/** @param today - Civil date at the clinic; an action is overdue from the day after its due date. */
export function actionState(action: ActionFacts, today: string): ActionState {
  if (action.cancelledAt !== "") return "cancelled";
  if (action.verifiedAt !== "") return "verified";
  if (action.doneAt !== "") return "done";
  return action.due < today ? "overdue" : "open";
}

/**
 * Why an action may not be due on this day; undefined where it may.
 *
 * @param today - Civil date at the clinic, as `due` is.
 * @param begun - Civil date of the incident that it is for; '' where it is for none.
 */
export function dueProblem(due: string, today: string, begun = ""): "too-early" | "too-late" | undefined {
  if (due < begun || ms(due) < ms(today) - milliseconds(policy.actionDueBehind)) return "too-early";
  return ms(due) > ms(today) + milliseconds(policy.actionDueAhead) ? "too-late" : undefined;
}

const ms = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);
