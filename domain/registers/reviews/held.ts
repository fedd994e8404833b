import type { HeldField, NothingHeld } from "../../work/held.ts";

/** What the weekly reviews can hold. */
export const heldInReviews: readonly HeldField[] = [
  {
    what: "What is said in a weekly review",
    where: "Reviews, items and minutes",
    form: "Figures, titles of incidents, and sentences that are refused where they are seen to name a patient",
    why: "To show that the clinic looks at its incidents each week",
    kept: "with the review",
    columns: [
      ...["reviews.learning", "reviews.minutes", "reviews.missedReason"],
      ...["review_items.title", "review_items.facts", "review_items.reason", "review_addenda.text"],
      "learning_messages.text",
    ],
    since: ["reviews.asOf", "review_items.at", "review_addenda.at", "learning_messages.at"],
  },
];

export const nothingInReviews: NothingHeld = {
  reviews: {
    "What staff read and did": [
      ...["number", "weekOf", "state", "asOf", "preparedBy", "heldAt", "chair", "deputyChair", "attendance"],
      ...["signedAt", "signedBy", "missedBy", "upToSeq"],
    ],
    "Codes from which nothing can be read": ["hash", "ledgerSeq", "ledgerHash"],
  },
  review_items: {
    "What staff read and did": [
      ...["review", "position", "key", "subject", "concerned", "decision", "action", "by", "at"],
    ],
  },
  review_addenda: { "What staff read and did": ["review", "by", "at"] },
  learning_messages: { "What staff read and did": ["review", "at"] },
  message_reads: { "What staff read and did": ["message", "user", "at"] },
};
