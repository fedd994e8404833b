import { heldInReviews, nothingInReviews } from "#domain/registers/reviews/held";
import type { Handler } from "../../acts/doing.ts";
import type { ServerRegister } from "../register.ts";
import { decideActs } from "./acts/decide.ts";
import { meetingActs } from "./acts/meeting.ts";
import { messageActs } from "./acts/messages.ts";
import { planReviews } from "./example/reviews.ts";
import { keptByReviews } from "./keeps.ts";
import { rowsOfReviews } from "./owed.ts";
import { reviewsInPack } from "./pack.ts";
import { signReview } from "./sign.ts";

/** Signing opens its own transaction: a wrong code stays booked. */
const sign: Handler<"reviews.sign"> = { opens: signReview };

/** The weekly review. */
export const reviews = {
  acts: { ...meetingActs, ...decideActs, ...messageActs, "reviews.sign": sign },
  owed: rowsOfReviews,
  keeps: keptByReviews,
  example: planReviews,
  pack: reviewsInPack,
  about: heldInReviews,
  nothing: nothingInReviews,
} satisfies ServerRegister;
