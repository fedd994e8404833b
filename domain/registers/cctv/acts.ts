import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { oneOf } from "../../base/keys-of.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, sentenceOrNone, written } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import { heldBy } from "../holds/acts.ts";
import type { ActRule } from "../register.ts";
import { cameraPlaces, cameraPurposes } from "./camera.ts";
import { checkResults, ourChecks } from "./our-checks.ts";

const managers = ["manager", "dpo"] as const;
const told = sentence(policy.sentenceLongest.amount);
const toldOrNone = sentenceOrNone(policy.sentenceLongest.amount);
const line = (longest: number) => written(oneLine(longest));
const days = z.int().check(z.minimum(1), z.maximum(9_999));
/** Seconds by which a recorder's clock is ahead, below 0 behind. */
const seconds = z.int().check(z.minimum(-86_400), z.maximum(86_400));

const system = {
  name: line(80),
  site: line(80),
  recorder: line(120),
  responsible: rowId,
  /** Days above which none of its cameras keeps pictures; at most the policy's. */
  ceiling: days,
};
const camera = {
  name: line(80),
  sees: line(200),
  place: oneOf(cameraPlaces),
  purpose: oneOf(cameraPurposes),
  days,
  audioOff: z.boolean(),
  /** Two pictures show that it sees visitors alone. */
  visitorsOnly: z.boolean(),
};

export const cctvActs = {
  "camera_systems.add": { may: managers, on: "new", data: z.strictObject(system) },
  "camera_systems.change": { may: managers, on: "row", data: z.strictObject(system) },
  /** The assessment of what it does to people (Art 35), as it was decided. */
  "camera_systems.assess": {
    may: managers,
    on: "row",
    data: z.strictObject({ day: civilDate, decision: told, nextOn: civilDate }),
  },
  "cameras.add": {
    may: managers,
    on: "new",
    data: z.strictObject({ system: rowId, usedFrom: civilDate, ...camera }),
  },
  "cameras.change": { may: managers, on: "row", from: ["used"], data: z.strictObject(camera) },
  /** Taken down; refused while pictures of it are held. */
  "cameras.retire": {
    may: managers,
    on: "row",
    from: ["used"],
    data: z.strictObject({ day: civilDate, reason: told }),
  },
  /** Holds pictures at this minute, and asks for their export. */
  "cameras.hold": {
    may: managers,
    on: "new",
    data: z.strictObject({
      camera: rowId,
      fromDay: civilDate,
      toDay: civilDate,
      /** Left out where nobody has looked yet. */
      clockOff: z.optional(seconds),
      ...heldBy,
    }),
  },
  "camera_viewers.add": {
    may: managers,
    on: "new",
    data: z.strictObject({ system: rowId, user: rowId, reason: told }),
  },
  "camera_viewers.end": {
    may: managers,
    on: "row",
    from: ["allowed"],
    data: z.strictObject({ reason: told }),
  },
  /** "The oldest picture on the recorder is from …". */
  "camera_checks.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      camera: rowId,
      day: civilDate,
      oldest: civilDate,
      clear: z.boolean(),
      clockOff: z.optional(seconds),
      note: z.optional(toldOrNone),
    }),
  },
  "footage_exports.done": {
    may: managers,
    on: "row",
    from: ["asked"],
    data: z.strictObject({ kept: line(120), clockOff: z.optional(seconds) }),
  },
  /** Somebody opened it, and it plays. */
  "footage_exports.plays": { may: managers, on: "row", from: ["exported"], data: z.strictObject({}) },
  /** It does not play, or there was nothing to export any more. */
  "footage_exports.failed": {
    may: managers,
    on: "row",
    from: ["asked", "exported"],
    data: z.strictObject({ again: z.boolean(), reason: told }),
  },
  "footage_viewings.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      camera: rowId,
      hold: z.optional(rowId),
      day: civilDate,
      fromDay: civilDate,
      toDay: civilDate,
      viewer: rowId,
      /** Who else was in the room, by what they are: "a police officer". */
      present: z.optional(line(120)),
      purpose: oneOf(cameraPurposes),
      reason: told,
    }),
  },
  "engineer_checks.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      system: rowId,
      day: civilDate,
      company: line(120),
      camerasFine: z.boolean(),
      clockFine: z.boolean(),
      /** The recorder overwrites when it should. */
      daysFine: z.boolean(),
      faults: z.optional(toldOrNone),
      nextOn: civilDate,
    }),
  },
  "cctv_checks.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      item: z.enum(ourChecks.map(({ key }) => key)),
      day: civilDate,
      result: oneOf(checkResults),
      note: z.optional(toldOrNone),
      nextOn: civilDate,
    }),
  },
  "cctv_reviews.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      system: rowId,
      day: civilDate,
      needed: z.boolean(),
      why: told,
      /** What else would do, and why it would not. */
      alternatives: told,
      nextOn: civilDate,
    }),
  },
  /** The lead stands for it. */
  "cctv_reviews.sign": { may: ["dpo"], on: "row", from: ["prepared"], data: z.strictObject({}) },
} as const satisfies Record<string, ActRule>;
