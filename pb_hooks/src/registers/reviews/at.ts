import { type ActRule, isFrom } from "#domain/registers/register";
import { type OnReview, weeklyReviewActs } from "#domain/registers/reviews/acts";
import type { ReviewState } from "#domain/registers/reviews/agenda";
import { Conflict } from "../../acts/row.ts";
import { refuse } from "../../base/refusal.ts";

/**
 * The review that an act is about, in a state in which it may be done.
 *
 * @param version - The one the caller saw; an act that only adds minds none.
 * @throws {NotFoundError} {Conflict} {BadRequestError} In this order.
 */
export function reviewAt(tx: pb.App, id: string, act: OnReview, version: number): pb.Record {
  const [review] = tx.findRecordsByFilter("reviews", "id = {:id}", "", 1, 0, { id });
  if (!review) throw new NotFoundError("There is no such review.");
  const rule: ActRule<ReviewState> = weeklyReviewActs[act];
  if (!rule.adds && review.getInt("version") !== version) throw new Conflict(review, version);
  const state = review.getString("state") as ReviewState;
  if (!isFrom(rule, state)) refuse("id", "wrong-state", stateSentences[state]);
  return review;
}

const stateSentences: Readonly<Record<ReviewState, string>> = {
  prepared: "This review is not held yet.",
  held: "This review is being held.",
  signed: "This review is signed: addenda only.",
  missed: "This week was not held.",
};

/** Somebody who works here now, by id. @throws {BadRequestError} Naming the field. */
export function requireHere(tx: pb.App, field: string, id: string, more = "role != 'auditor'"): pb.Record {
  const [person] = tx.findRecordsByFilter("users", `id = {:id} && active = true && ${more}`, "", 1, 0, {
    id,
  });
  if (!person) refuse(field, "unknown", "Choose somebody who works here now and may do this.");
  return person;
}
