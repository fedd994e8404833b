import * as z from "zod/mini";
import { systemName } from "../../base/forms.ts";
import { oneOf } from "../../base/keys-of.ts";
import { rowId } from "../../base/row-id.ts";
import { relations } from "./release.ts";

/** One release as it is told during a call. */
export const toldRelease = z.object({
  id: z.string(),
  version: z.int(),
  relation: oneOf(relations),
  name: z.string(),
  organisation: z.string(),
  /** Keys with a blank between. */
  scopes: z.string(),
  exclusions: z.string(),
  /** Of which days the records are; '' where all. */
  fromDay: z.string(),
  toDay: z.string(),
  /** Last figures of the number to ring back. */
  phoneEnding: z.string(),
  once: z.boolean(),
  state: z.enum(["stands", "not-yet", "ended", "revoked", "used"]),
  validFrom: z.string(),
  expiresOn: z.string(),
});
export type ToldRelease = z.infer<typeof toldRelease>;

const reference = z.string().check(z.regex(/^(?:k1:[0-9a-f]{64}|[A-Za-z0-9-]{1,64})$/));

/** Body of `POST /release-answer`. The reference is whole: of four characters two patients may share the end. */
export const answerBody = z.strictObject({ reference, system: z.optional(systemName) });
/** Of the same for a record that is open in a paired browser. */
export const hereBody = z.strictObject({ reference, system: systemName, user: rowId });
export const toldBody = z.strictObject({
  ask: z.strictObject({ id: rowId, version: z.int().check(z.minimum(0)) }),
  release: rowId,
  user: rowId,
});
export const bannerBody = z.strictObject({ reference, system: systemName });
export const bannerAnswer = z.object({ lines: z.array(z.string()) });

/**
 * What is told of one record. `which`: releases of several systems are kept, and somebody has to say of which this one is.
 * `too-many`: as many were told to this person today as may be.
 */
export const releaseAnswer = z.discriminatedUnion("is", [
  z.object({
    is: z.literal("told"),
    /** Row of the asking, by which is said who was told. */
    ask: z.object({ id: z.string(), version: z.int() }),
    system: z.string(),
    ending: z.string(),
    /** Civil date at the clinic. */
    today: z.string(),
    releases: z.array(toldRelease),
    /** The how many-th answer today, and how many there may be. */
    count: z.int(),
    allowed: z.int(),
  }),
  z.object({ is: z.literal("which"), systems: z.array(z.string()) }),
  z.object({ is: z.literal("too-many"), lead: z.string(), allowed: z.int() }),
]);
export type ReleaseAnswer = z.infer<typeof releaseAnswer>;

/** Those that say yes stand first, then those that were, the latest end first. */
export const inTellingOrder = (releases: readonly ToldRelease[]): ToldRelease[] =>
  [...releases].sort(
    (one, other) =>
      Number(other.state === "stands") - Number(one.state === "stands") ||
      byText(other.expiresOn, one.expiresOn) ||
      byText(one.id, other.id),
  );

const byText = (one: string, other: string): number => Number(one > other) - Number(one < other);
