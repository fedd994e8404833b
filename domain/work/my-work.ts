import * as z from "zod/mini";
import { deskRow } from "./desk.ts";

export const decideItem = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  /** `alone`: it concerns the reader, and nobody else is there who could decide it. */
  what: z.enum(["triage", "advise", "decide", "notify", "alone"]),
});
export type DecideItem = z.infer<typeof decideItem>;

/** `GET /my-work`: what waits for the person who asks. */
export const myWorkAnswer = z.object({
  asOf: z.string(),
  decide: z.array(decideItem),
  /** Of the desk's rows those that are mine, in its order. */
  owed: z.array(deskRow),
  /** What was said to me about clocks that still run, the newest first. */
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
