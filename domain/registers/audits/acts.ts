import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, sentenceOrNone, written } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import { type AuditState, mostEvery, mostOwnLines, type RoundState } from "./audit.ts";
import { sampleResults } from "./sample.ts";
import { templateKeys } from "./templates.ts";

const managers = ["manager", "dpo"] as const;
const longest = policy.sentenceLongest.amount;
const every = z.int().check(z.minimum(0), z.maximum(mostEvery));

/** Audits: planned, changed, taken out of the programme; and each round of one, begun from here. */
export const auditActs = {
  "audits.plan": {
    may: managers,
    on: "new",
    data: z.strictObject({
      template: z.enum(templateKeys),
      /** Of one of the clinic's own; left out, the template's. */
      title: z.optional(written(oneLine(120))),
      subject: sentenceOrNone(120),
      every,
      owner: rowId,
      nextOn: civilDate,
      /** Of one of the clinic's own: a line each. */
      questions: z.optional(sentence(mostOwnLines * 301)),
    }),
  },
  "audits.change": {
    may: managers,
    on: "row",
    from: ["in-use"],
    data: z.strictObject({ subject: sentenceOrNone(120), every, owner: rowId, nextOn: civilDate }),
  },
  "audits.begin": { may: managers, on: "row", from: ["in-use"], data: z.strictObject({}) },
  "audits.retire": {
    may: managers,
    on: "row",
    from: ["in-use"],
    data: z.strictObject({ reason: sentence(longest) }),
  },
} as const satisfies Record<string, ActRule<AuditState>>;

/** A round: its lines are ticked one by one, each dated by the server; what is bad makes a finding at once. */
export const roundActs = {
  "audit_lines.tick": {
    may: managers,
    on: "row",
    data: z.strictObject({
      /** One of the template's; '' takes a tick back. */
      answer: z.string().check(z.maxLength(20)),
      note: sentenceOrNone(longest),
      /** Of what is bad: who puts it right, by when. */
      finding: z.optional(z.strictObject({ owner: rowId, due: civilDate })),
    }),
  },
  "audit_rounds.close": {
    may: managers,
    on: "row",
    from: ["open"],
    data: z.strictObject({
      conclusion: sentence(longest),
      /** What proves it, and where it is kept. */
      evidence: sentenceOrNone(longest),
      /** The next round; left out of one that is done once. */
      nextOn: z.optional(civilDate),
    }),
  },
} as const satisfies Record<string, ActRule<RoundState>>;

/** What somebody found who looked at one of the week's sample. */
export const sampleActs = {
  "sample_items.judge": {
    may: managers,
    on: "row",
    data: z.strictObject({ result: z.enum(sampleResults), note: sentenceOrNone(longest) }),
  },
} as const satisfies Record<string, ActRule>;
