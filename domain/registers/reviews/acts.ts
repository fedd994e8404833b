import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence as sentenceOf, sentenceOrNone } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { Role } from "../../roles.ts";
import type { ActRule } from "../register.ts";
import { decisions, type ReviewState } from "./agenda.ts";

const sentence = sentenceOf(policy.sentenceLongest.amount);
const mayBeEmpty = sentenceOrNone(policy.sentenceLongest.amount);

const managers: readonly Role[] = ["manager", "dpo"];
const team: readonly Role[] = ["staff", "manager", "dpo"];

/** How somebody takes part. One person and a telephone is a valid meeting. */
export const attendances = ["here", "phone", "apologies"] as const;
export type Attendance = (typeof attendances)[number];
export const attended = z.strictObject({ user: rowId, how: z.enum(attendances) });

/** Acts of the weekly review. Signing freezes it: what comes later is an addendum. */
export const weeklyReviewActs = {
  /** Fills this week's review; with an id, fills a prepared one anew. */
  "reviews.prepare": { may: managers, on: "either", from: ["prepared"], data: z.strictObject({}) },
  "reviews.hold": {
    may: managers,
    on: "row",
    from: ["prepared"],
    data: z.strictObject({
      chair: rowId,
      /** Takes the chair, and may sign, where the chair has a conflict. */
      deputyChair: z.optional(rowId),
      attendance: z.array(attended).check(z.minLength(1), z.maxLength(50)),
    }),
  },
  /**
   * Of the review: which item, as it was on the screen, whose version is the one compared. Until the chair signs it can be
   * decided anew.
   */
  "reviews.decide": {
    may: managers,
    on: "row",
    from: ["held"],
    adds: true,
    data: z.strictObject({
      item: rowId,
      /** Version of the item. */
      seen: z.int().check(z.minimum(0)),
      decision: z.enum(decisions),
      /** Required but to note; of an action it is what is to be done. */
      reason: z.optional(mayBeEmpty),
      owner: z.optional(rowId),
      due: z.optional(civilDate),
    }),
  },
  /** Puts an incident that came up in the meeting on its agenda. */
  "reviews.include": {
    may: managers,
    on: "row",
    from: ["held"],
    adds: true,
    data: z.strictObject({ incident: rowId }),
  },
  /** What the team is told after signing; '' for nothing. */
  "reviews.tell": { may: managers, on: "row", from: ["held"], data: z.strictObject({ text: mayBeEmpty }) },
  /** Signs what was on the screen: the review in its version, and each of its items in theirs. */
  "reviews.sign": {
    may: managers,
    on: "row",
    from: ["held"],
    data: z.strictObject({
      /** Six digits of the chair's authenticator. */
      code: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
      items: z
        .array(z.strictObject({ id: rowId, version: z.int().check(z.minimum(0)) }))
        .check(z.maxLength(2_000)),
      /** Whether the message goes out. */
      message: z.enum(["send", "none"]),
    }),
  },
  /** Why weeks were not held, by their Mondays; the state is that of a review that was prepared for one. */
  "reviews.missed": {
    may: managers,
    on: "new",
    from: ["prepared"],
    data: z.strictObject({
      weeks: z.array(civilDate).check(z.minLength(1), z.maxLength(60)),
      reason: sentence,
    }),
  },
  "reviews.addendum": {
    may: managers,
    on: "row",
    from: ["signed"],
    adds: true,
    data: z.strictObject({ text: sentence }),
  },
  "messages.read": { may: team, on: "new", data: z.strictObject({ message: rowId }) },
} as const satisfies Record<string, ActRule<ReviewState>>;

/** Acts on a review that is there. */
export type OnReview = Exclude<keyof typeof weeklyReviewActs, "messages.read">;

/** Body of `POST /message-read` of a paired browser; at a desk `user` says who has read it. */
export const messageReadBody = z.strictObject({ message: rowId, user: z.optional(rowId) });
