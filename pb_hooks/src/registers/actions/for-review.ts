import { actionItems, type ReviewedAction } from "#domain/registers/actions/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { objectsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { spokenSql } from "../incidents/gives/for-review.ts";
import type { Reviewing } from "../register.ts";

export const agendaOfActions = ({ app, since, today }: Reviewing): Draft[] =>
  actionItems(actionsSince(app, since), today);

/** Actions that are not verified, and those that were since: the meeting sees how last week's ended. */
function actionsSince(app: pb.App, since: string): ReviewedAction[] {
  const select = `SELECT id, text, owner, due, doneAt, doneBy, verifiedAt, cancelledAt FROM actions
    WHERE cancelledAt = '' AND (verifiedAt = '' OR verifiedAt >= {:since})
      AND (breach = '' OR breach IN (SELECT id FROM breaches WHERE ${spokenSql})) ORDER BY verifiedAt <> '', due, id LIMIT 400`;
  const columns = ["id", "text", "owner", "due", "doneAt", "doneBy", "verifiedAt", "cancelledAt"] as const;
  return objectsOf<ReviewedAction>(app, columns, select, { since: stored(since) });
}
