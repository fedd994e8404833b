import type * as z from "zod/mini";
import type { heldAnswer } from "#domain/work/held";
import { caller } from "../base/caller.ts";
import { registers } from "../registers/index.ts";

/** `GET /held-about-patients`: what this server can hold about patients, of every register, in use or not. */
export function held(e: pb.RequestEvent): void {
  caller(e, ["manager", "dpo", "auditor"]);
  const answer: z.infer<typeof heldAnswer> = { held: registers.flatMap(({ about = [] }) => about) };
  e.json(200, answer);
}
