import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { recordRef, systemName } from "../../base/forms.ts";
import { oneOf } from "../../base/keys-of.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, written } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import { channels, proofs, relations, scopes, takenBackHow } from "./release.ts";

/** Whoever sits at the desk takes a release and ends it: a patient who takes it back waits for nobody. */
const team = ["staff", "manager", "dpo"] as const;
const managers = ["manager", "dpo"] as const;

/** Whom the patient lets us tell what: never changed, taken back in one step. */
export const releaseActs = {
  "releases.add": {
    may: team,
    on: "new",
    /** The person who may be told has a name here. What is said beside it is screened whole, by the handler. */
    asksForOwn: () => true,
    data: z.strictObject({
      system: systemName,
      recordRef,
      relation: oneOf(relations),
      /** First name, as it is said on the telephone; of an office left out. */
      name: z.optional(written(oneLine(60))),
      organisation: z.optional(written(oneLine(120))),
      /** The last figures of the number to ring back. */
      phoneEnding: z.optional(z.string().check(z.regex(/^\d{3,4}$/))),
      scopes: z.array(oneOf(scopes)).check(z.minLength(1), z.maxLength(6)),
      /** Days of the records; left out, all. */
      fromDay: z.optional(civilDate),
      toDay: z.optional(civilDate),
      exclusions: z.optional(sentence(500)),
      purpose: sentence(500),
      channels: z.array(oneOf(channels)).check(z.minLength(1), z.maxLength(5)),
      once: z.boolean(),
      validFrom: civilDate,
      expiresOn: civilDate,
      /** Who saw that the patient can decide this, and who explained what it means. */
      capacityBy: rowId,
      explainedBy: rowId,
      proof: oneOf(proofs),
      signedOn: civilDate,
      witness: z.optional(rowId),
      /** Where the signed form lies; it is not kept here. */
      formAt: z.optional(written(oneLine(120))),
      /** SHA-256 of its file, by which it is known again. */
      formHash: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
      interpreter: z.optional(written(oneLine(60))),
    }),
  },
  "releases.revoke": {
    may: team,
    on: "row",
    from: ["open"],
    data: z.strictObject({ how: oneOf(takenBackHow) }),
  },
  /** It ended or will end: the patient was asked, and lets it end. */
  "releases.letEnd": {
    may: managers,
    on: "row",
    from: ["open"],
    data: z.strictObject({ note: sentence(policy.sentenceLongest.amount) }),
  },
  /** Who was told, after an answer; only by whoever asked. */
  "release_asks.told": {
    may: team,
    on: "row",
    from: ["answered"],
    data: z.strictObject({ release: rowId }),
  },
  /** As many again today, for the person who was refused. */
  "release_asks.lift": { may: ["dpo"], on: "row", from: ["refused"], data: z.strictObject({}) },
} as const satisfies Record<string, ActRule<"open" | "revoked" | "answered" | "told" | "refused" | "lifted">>;
