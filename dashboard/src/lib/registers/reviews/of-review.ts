import { decisionWords } from "#domain/registers/reviews/agenda";
import { asMoment, asPerson, asText, asWords, type RowKind } from "#lib/components/changed/difference.ts";
import { itemRow, type Review, type ReviewItem, reviewRow } from "#lib/registers/reviews/api.ts";

const stateWords = { prepared: "prepared", held: "being held", signed: "signed", missed: "not held" };

/** A weekly review. */
export const ofReview: RowKind<Review> = {
  read: (current) => reviewRow.safeParse(current).data,
  columns: {
    state: ["the review", asWords(stateWords)],
    asOf: ["as of when it was counted", asMoment],
    heldAt: ["when it was held", asMoment],
    chair: ["the chair", asPerson],
    deputyChair: ["the deputy chair", asPerson],
    learning: ["what the team is told", asText],
    signedAt: ["when it was signed", asMoment],
    missedReason: ["why it was not held", asText],
  },
};

/** An item of its agenda. */
export const ofItem: RowKind<ReviewItem> = {
  read: (current) => itemRow.safeParse(current).data,
  columns: {
    title: ["the item", asText],
    decision: ["the decision", asWords({ ...decisionWords, "nothing-to-decide": "nothing to decide" })],
    reason: ["its reason", asText],
    facts: [
      "the figures of the item",
      ({ figures }) => figures.map(({ name, value }) => `${name} ${value}`).join(", "),
    ],
  },
};
