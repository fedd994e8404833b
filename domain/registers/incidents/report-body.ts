import * as z from "zod/mini";
import { eventId, instant } from "../../base/forms.ts";
import { sentence } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import { aboutWhom, reportKinds, slips } from "./kinds.ts";

const id = z.string().check(z.regex(/^[a-z0-9]{15}$/));
const idOrNone = z.union([id, z.literal("")]);
const text = sentence(policy.sentenceLongest.amount);

/** Body of `POST /report`: an incident or near miss, by a person signed in or through a paired browser. */
export const reportBody = z.strictObject({
  /** Made by the client before the first try: sent again because its answer was lost, it is the same incident. */
  id: z.optional(eventId),
  kind: z.enum(reportKinds),
  noticedAt: instant,
  text,
  /** '' at a desk: rather not say. Left out: the person signed in, or the owner of the browser. */
  reporter: z.optional(idOrNone),
  /** "Keep my name between me and the lead." */
  confidential: z.boolean(),
  about: z.optional(idOrNone),
  aboutWhom: z.optional(z.union([z.enum(aboutWhom), z.literal("")])),
  /** "Was it you, or somebody of your own?"; left out by clients that do not ask it yet. */
  slip: z.optional(z.enum(slips)),
  /** Who of their own it was; '' where they rather don't say. */
  slipBy: z.optional(idOrNone),
  /** The last event: its id, or the trace of an attempt. */
  event: z.optional(id),
});
export type ReportBody = z.infer<typeof reportBody>;

/** The number is left out where the report has none of the series: it lies with whoever keeps the case. */
export const reportAnswer = z.object({
  id: z.string(),
  number: z.optional(z.int()),
  /** Name of who was asked to decide what it is, or who keeps it; '' where nobody here could be. */
  asked: z._default(z.string(), ""),
});

/** `GET /colleagues`: who works here now, by name. */
export const colleaguesAnswer = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });

/** One of my own reports, and all that its reporter is shown of it. */
export const myReportsAnswer = z.object({
  rows: z.array(
    z.object({ number: z.int(), confidential: z.boolean(), reportedAt: z.string(), state: z.string() }),
  ),
});

/** Body of `POST /recipient`: the sender's answer to "who received it?". A question of fact, kept in the incident. */
export const recipientBody = z.strictObject({
  trace: id,
  text: sentence(policy.recipientLongest.amount),
});
