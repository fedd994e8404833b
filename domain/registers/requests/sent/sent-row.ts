import * as z from "zod/mini";
import { keysOf } from "../../../base/keys-of.ts";
import { refusedWhys, sentStates } from "./acts.ts";
import { formKinds, formWays, formWhoms } from "./form.ts";

/** What came by the public form as its list shows it: never who asks, nor what they wrote. */
export const sentRow = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.enum(keysOf(formKinds)),
  whom: z.enum(keysOf(formWhoms)),
  way: z.enum(keysOf(formWays)),
  /** Civil date and instant at which it came: the clock runs from them. */
  receivedOn: z.string(),
  receivedAt: z.string(),
  /** Last day to answer, while it waits as much as afterwards. */
  limitOn: z.string(),
  state: z.enum(sentStates),
  /** The request that it became. */
  request: z.string(),
  why: z.union([z.enum(keysOf(refusedWhys)), z.literal("")]),
  reason: z.string(),
  /** Who decided, and when; '' while it waits. */
  by: z.string(),
  at: z.string(),
  /** When its content was cleared. */
  clearedAt: z.string(),
});
export type SentRow = z.infer<typeof sentRow>;

/** `GET /sent-request?id`: what somebody wrote; the reading is recorded. */
export const sentAnswer = z.object({
  row: sentRow,
  name: z.string(),
  forName: z.string(),
  born: z.string(),
  reach: z.string(),
  wants: z.string(),
});
export type SentAnswer = z.infer<typeof sentAnswer>;
