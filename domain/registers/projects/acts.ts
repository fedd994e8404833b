import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { oneOf } from "../../base/keys-of.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, sentenceOrNone, written } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import { leavesAs } from "./figures.ts";
import { extractFates, extractForms, type ProjectState, projectBases, projectPurposes } from "./project.ts";

const managers = ["manager", "dpo"] as const;
const told = sentence(policy.sentenceLongest.amount);
const count = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** Projects of secondary use: who has which extract, on which basis, and until when. */
export const projectActs = {
  "projects.begin": {
    may: managers,
    on: "new",
    data: z.strictObject({
      name: written(oneLine(120)),
      purpose: oneOf(projectPurposes),
      /** Who has it: an organisation, or our own people. Never a patient. */
      who: written(oneLine(200)),
      /** Kinds of data, of whom and of which time; never what stands in them. */
      extract: told,
      form: oneOf(extractForms),
      /** Who takes out of it by what patients can be known. */
      madeBy: z.optional(rowId),
      /** Whom we asked: an ethics committee, the lead, patients. */
      asked: told,
      basis: oneOf(projectBases),
      basisWhy: told,
      holder: rowId,
      until: civilDate,
    }),
  },
  "projects.extend": {
    may: managers,
    on: "row",
    from: ["runs"],
    data: z.strictObject({ until: civilDate, reason: told }),
  },
  "projects.end": {
    may: managers,
    on: "row",
    from: ["runs"],
    data: z.strictObject({ fate: oneOf(extractFates), reason: told }),
  },
  /** A table of figures was looked through in the browser: what was found, and a hash of the table; never the table. */
  "projects.check": {
    may: managers,
    on: "row",
    from: ["runs"],
    data: z.strictObject({
      hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      figures: count,
      small: count,
      derived: count,
      unread: count,
      leavesAs: oneOf(leavesAs),
      reason: z.optional(sentenceOrNone(policy.sentenceLongest.amount)),
    }),
  },
} as const satisfies Record<string, ActRule<ProjectState>>;
