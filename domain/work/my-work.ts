import * as z from "zod/mini";
import { lawKinds } from "../registers/incidents/law/kinds.ts";
import { actionStates } from "./actions.ts";

/** A clock that runs; the first screen shows the nearest end first. */
export const runningOut = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  clock: z.enum(["provisional", "ico", ...lawKinds]),
  /** What a clock of the clinic's own law asks for; left out of the 72 hours. */
  text: z.optional(z.string()),
  /** Due at once, without a number of hours: never "over" by the minute. */
  withoutDelay: z.optional(z.boolean()),
  from: z.string(),
  due: z.string(),
  /** Name of who holds it; '' where nobody is asked. */
  holder: z.string(),
  /** Nobody answered for the whole 72 hours: said in red, first. */
  unanswered: z.boolean(),
});
export type RunningOut = z.infer<typeof runningOut>;

export const decideItem = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  what: z.enum(["triage", "advise", "decide", "notify"]),
});
export type DecideItem = z.infer<typeof decideItem>;

/** `GET /my-work`: what waits for the person who asks. */
export const myWorkAnswer = z.object({
  asOf: z.string(),
  decide: z.array(decideItem),
  actions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      due: z.string(),
      state: z.enum(actionStates),
      /** `do`: it is mine. `verify`: somebody else did it. */
      what: z.enum(["do", "verify"]),
      register: z.string(),
      subject: z.string(),
      version: z.int(),
    }),
  ),
  reminders: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      subject: z.string(),
      due: z.string(),
      late: z.boolean(),
      mail: z.string(),
    }),
  ),
});
export type MyWorkAnswer = z.infer<typeof myWorkAnswer>;
