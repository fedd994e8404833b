import { type ActionFacts, actionState } from "../../work/actions.ts";
import type { Draft } from "../reviews/item.ts";

export interface ReviewedAction extends ActionFacts {
  readonly id: string;
  readonly text: string;
}

/** @param today - Civil date at the clinic. */
export const actionItems = (actions: readonly ReviewedAction[], today: string): Draft[] =>
  actions.map((action) => actionItem(action, today));

function actionItem(action: ReviewedAction, today: string): Draft {
  const state = actionState(action, today);
  const people = [{ as: "Owner", user: action.owner }];
  return {
    key: "last-actions",
    subject: action.id,
    title: action.text,
    facts: {
      figures: [
        { name: "State", value: state },
        { name: "Due", value: action.due },
      ],
      lines: [],
      people,
    },
    concerned: [],
    // Done and looked at: the minutes say so, and nothing is left to decide.
    quiet: state === "verified",
    ...(state === "overdue" && { open: "It is not done, and its day has passed" }),
  };
}
