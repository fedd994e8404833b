import * as z from "zod/mini";
import { sentence as sentenceOf, sentenceOrNone } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { Role } from "../../roles.ts";
import { decisions } from "./agenda.ts";

const id = z.string().check(z.regex(/^[a-z0-9]{15}$/));
const sentence = sentenceOf(policy.sentenceLongest.amount);
const mayBeEmpty = sentenceOrNone(policy.sentenceLongest.amount);
const civilDate = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));

const managers: readonly Role[] = ["manager", "dpo"];
const team: readonly Role[] = ["staff", "manager", "dpo"];

/** How somebody takes part. One person and a telephone is a valid meeting. */
export const attendances = ["here", "phone", "apologies"] as const;
export type Attendance = (typeof attendances)[number];
export const attended = z.strictObject({ user: id, how: z.enum(attendances) });

/** Acts of the weekly review. Every `reason` and `text` is screened by the detector on the server. */
export const weeklyReviewActs = {
  /** Fills this week's review; with an id, fills a prepared one anew. */
  "reviews.prepare": { may: managers, on: "either", data: z.strictObject({}) },
  "reviews.hold": {
    may: managers,
    on: "row",
    data: z.strictObject({
      chair: id,
      /** Takes the chair, and may sign, where the chair has a conflict. */
      deputyChair: z.optional(id),
      attendance: z.array(attended).check(z.minLength(1), z.maxLength(50)),
    }),
  },
  /** Of the review: which item, as it was on the screen. Until the chair signs it can be decided anew. */
  "reviews.decide": {
    may: managers,
    on: "row",
    data: z.strictObject({
      item: id,
      /** Version of the item. */
      seen: z.int().check(z.minimum(0)),
      decision: z.enum(decisions),
      /** Required to refer and to defer; of an action it is what is to be done. */
      reason: z.optional(mayBeEmpty),
      owner: z.optional(id),
      due: z.optional(civilDate),
    }),
  },
  /** Puts an incident that came up in the meeting on its agenda. */
  "reviews.include": { may: managers, on: "row", data: z.strictObject({ incident: id }) },
  /** What the team is told after signing; '' for nothing. */
  "reviews.tell": { may: managers, on: "row", data: z.strictObject({ text: mayBeEmpty }) },
  /** Six digits of the chair's authenticator. */
  "reviews.sign": {
    may: managers,
    on: "row",
    data: z.strictObject({ code: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)) }),
  },
  /** Why weeks were not held, by their Mondays. */
  "reviews.missed": {
    may: managers,
    on: "new",
    data: z.strictObject({
      weeks: z.array(civilDate).check(z.minLength(1), z.maxLength(60)),
      reason: sentence,
    }),
  },
  "reviews.addendum": { may: managers, on: "row", data: z.strictObject({ text: sentence }) },
  "messages.read": { may: team, on: "new", data: z.strictObject({ message: id }) },
} as const;

/** Body of `POST /message-read` of a paired browser; at a desk `user` says who has read it. */
export const messageReadBody = z.strictObject({ message: id, user: z.optional(id) });
