import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { written as asWritten, sentence, sentenceOrNone, tidy, visible } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import { sentenceLongest } from "./split.ts";
import { claimStates, lineKinds, type VersionState } from "./states.ts";
import { ownTestKeys } from "./tests.ts";

const managers = ["manager", "dpo"] as const;
const written = sentence(policy.sentenceLongest.amount);
const mayBeEmpty = sentenceOrNone(policy.sentenceLongest.amount);

/** A line as it arrives: the clinic's own text, looked through for a patient's numbers by the handler, line by line. */
export const arrivingLine = z.strictObject({
  kind: z.enum(lineKinds),
  section: z.string().check(z.overwrite(tidy), z.trim(), z.maxLength(200)),
  lead: z.string().check(z.overwrite(tidy), z.trim(), z.maxLength(sentenceLongest)),
  text: z.string().check(z.overwrite(tidy), z.trim(), z.minLength(1), z.maxLength(sentenceLongest), visible),
});

/** How the file was read, in the browser. */
const formats = ["text", "markdown", "docx", "pdf", "other"] as const;

/** A page of the dashboard that keeps a sentence. */
export const keepingPage = z.string().check(z.regex(/^\/[a-z-]{1,40}(?:\/[a-z-]{1,40})?$/));

/** Acts on the versions of the clinic's policy, and on what is known of its sentences. */
export const policyMapActs = {
  /** A version is announced; its lines follow in parts, and it is a draft once all have come. */
  "policy_versions.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      title: asWritten(oneLine(160)),
      format: z.enum(formats),
      /** Pages of the file, 0 where it has none. */
      pages: z.int().check(z.minimum(0), z.maximum(100_000)),
      /** What of the file could not be read, in words; '' where all was. */
      notRead: mayBeEmpty,
      /** Sentences that were left out before it was sent, since they held a patient's number. */
      leftOut: z.int().check(z.minimum(0), z.maximum(policy.policyLinesMost.amount)),
      lines: z.int().check(z.minimum(1), z.maximum(policy.policyLinesMost.amount)),
    }),
    asksForOwn: () => true,
  },
  "policy_versions.lines": {
    may: managers,
    on: "row",
    from: ["arriving"],
    data: z.strictObject({
      /** Place of the first, from 0: those before have come. */
      at: z.int().check(z.minimum(0)),
      lines: z.array(arrivingLine).check(z.minLength(1), z.maxLength(policy.policyLinesAtOnce.amount)),
    }),
  },
  "policy_versions.enforce": {
    may: managers,
    on: "row",
    from: ["draft"],
    data: z.strictObject({ inForceFrom: civilDate, reviewBy: civilDate, reviewer: rowId }),
  },
  /** It was read anew, and stays as it is until the next day. */
  "policy_versions.review": {
    may: managers,
    on: "row",
    from: ["in-force"],
    data: z.strictObject({ reviewBy: civilDate, reviewer: rowId, note: mayBeEmpty }),
  },
  "policy_versions.withdraw": {
    may: managers,
    on: "row",
    from: ["arriving", "draft", "in-force"],
    data: z.strictObject({ reason: written }),
  },
  /** What is known of a sentence, in every version that has the same words. */
  "policy_claims.settle": {
    may: managers,
    on: "row",
    data: z.strictObject({
      state: z.enum(claimStates),
      /** Id of the rule that suggested it; '' where somebody chose. */
      rule: z.string().check(z.regex(/^[a-z0-9-]{0,60}$/)),
      /** Of `screen`. */
      page: z.optional(z.union([keepingPage, z.literal("")])),
      /** Of `test`. */
      test: z.optional(z.enum(ownTestKeys)),
      /** Of `people`: what they look at, who, and by when. */
      audit: z.optional(sentenceOrNone(200)),
      /** An audit of the programme that looks at it: what, who and by when are then the audit's own. */
      programme: z.optional(z.union([rowId, z.literal("")])),
      owner: z.optional(z.union([rowId, z.literal("")])),
      due: z.optional(z.union([civilDate, z.literal("")])),
      /** Why it is so; of `wrong` it has to be said. */
      why: z.optional(mayBeEmpty),
      /** Of `wrong`: where it is read. */
      source: z.optional(sentenceOrNone(300)),
    }),
    asksForOwn: () => true,
  },
  /** People looked whether it is kept. */
  "policy_claims.checked": {
    may: managers,
    on: "row",
    from: ["people"],
    data: z.strictObject({
      checkedOn: civilDate,
      kept: z.boolean(),
      /** Left out where an audit of the programme has its own day. */
      due: z.optional(civilDate),
      note: mayBeEmpty,
    }),
  },
} as const satisfies Record<string, ActRule<VersionState | "people">>;

export type ArrivingLine = z.infer<typeof arrivingLine>;
export type PolicyFormat = (typeof formats)[number];
