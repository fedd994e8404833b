import * as z from "zod/mini";
import { sentenceOrNone } from "../../base/sentence.ts";
import type { ActRule } from "../register.ts";
import type { StoredState } from "./exception.ts";

const answer = sentenceOrNone(300);

/** Exceptions are asked for and used in a paired browser, by routes of its own; decided about here. */
export const exceptionActs = {
  "mail_exceptions.approve": {
    may: ["staff", "manager", "dpo"],
    on: "row",
    from: ["asked"],
    data: z.strictObject({}),
  },
  "mail_exceptions.refuse": {
    may: ["staff", "manager", "dpo"],
    on: "row",
    from: ["asked"],
    data: z.strictObject({ answer }),
  },
  /** Approved, and not used yet: whoever may approve it takes it back. */
  "mail_exceptions.takeBack": {
    may: ["staff", "manager", "dpo"],
    on: "row",
    from: ["approved"],
    data: z.strictObject({ answer }),
  },
} as const satisfies Record<string, ActRule<StoredState>>;
export type OnException = keyof typeof exceptionActs;
