import * as z from "zod/mini";
import { eventId } from "../../base/forms.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import { roles } from "../../roles.ts";
import type { ActRule } from "../register.ts";
import { type ObjectionState, objectionKinds } from "./objection.ts";

const words = sentence(policy.sentenceLongest.amount);

/** What people say about entries of themselves. The entry stays as it is, and this beside it. */
export const objectionActs = {
  "objections.make": {
    may: roles,
    on: "new",
    data: z.strictObject({
      what: z.enum(objectionKinds),
      /** The event that it is about; or a table and a row of it; neither of what is withheld. */
      event: z.optional(eventId),
      table: z.optional(z.string().check(z.regex(/^[a-z_]{1,40}$/))),
      row: z.optional(rowId),
      words,
    }),
  },
  "objections.answer": {
    may: ["manager", "dpo"],
    on: "row",
    from: ["asked"],
    data: z.strictObject({ agrees: z.enum(["yes", "no"]), answer: words }),
  },
} as const satisfies Record<string, ActRule<ObjectionState>>;
