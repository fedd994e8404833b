import { daysBetween } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import type { DayState } from "#domain/registers/cctv/kept";
import { ageOf } from "#domain/registers/cctv/kept";
import type { CameraRow, CctvAnswer } from "#domain/registers/cctv/rows";
import { beyondOf, isUsed, nextLook } from "#domain/registers/cctv/standing";
import { begins, counted, inWords } from "#lib/format/sentence.ts";
import { shortDay } from "#lib/format/time.ts";
import { holdName } from "#lib/registers/holds/hold-words.ts";

export const dayWords: Readonly<Record<DayState, string>> = {
  none: "not recorded",
  kept: "kept",
  held: "held",
  gone: "gone, as it should be",
  late: "past its day, and still there",
  unseen: "past its day; nobody has looked since",
};

/** How CCTV stands, in one or two sentences. */
export function cctvSentence({ cameras, held }: Pick<CctvAnswer, "cameras" | "held">): string {
  const used = cameras.filter(isUsed);
  if (used.length === 0) return "No camera is used.";
  const beyond = used.filter((camera) => beyondOf(camera) > 0).length;
  const says =
    beyond === 0
      ? used.every(({ oldest }) => oldest !== "")
        ? "No camera keeps pictures past their day, as far as somebody looked."
        : "Some recorders were not looked at yet."
      : `${begins(beyond, "camera keeps", "cameras keep")} pictures past their day.`;
  const holds =
    held.length === 0 ? "" : ` ${begins(held.length, "hold keeps", "holds keep")} pictures longer.`;
  return says + holds;
}

/** Holds of pictures with an export, by id, as they are called. */
export const heldNames = (
  { exports, held }: Pick<CctvAnswer, "exports" | "held">,
  nowMs: number,
): Record<string, string> =>
  Object.fromEntries(
    exports.map(({ hold, name, site, fromDay, toDay }) => {
      const cause = held.find((one) => one.hold === hold)?.reference ?? "";
      return [hold, holdName({ what: `${name}, ${site}`, fromDay, toDay, cause }, nowMs)];
    }),
  );

/** How many days the recorders are shown back: ten more than the longest limit, and as far as the oldest picture found. */
export function daysBack({ cameras, today }: Pick<CctvAnswer, "cameras" | "today">): number {
  const used = cameras.filter(isUsed);
  return Math.min(
    policy.cctvLookedBack.amount,
    Math.max(
      0,
      ...used.map(({ days }) => days + 10),
      ...used.map(({ oldest }) => (oldest === "" ? 0 : daysBetween(oldest, today) + 3)),
    ),
  );
}

export type CameraMark = { readonly state: "red" | "amber" | "green" | "grey"; readonly says: string };

/** How a camera stands: red while its last look found pictures past their day. */
export function cameraMark(camera: CameraRow, today: string, now: number): CameraMark {
  const { oldest, checkedOn, days } = camera;
  if (!isUsed(camera)) return { state: "grey", says: `retired ${shortDay(camera.retiredOn, "UTC", now)}` };
  if (oldest === "") return { state: "amber", says: "nobody has looked yet" };
  const beyond = beyondOf(camera);
  const age = ageOf(oldest, checkedOn, days).days;
  const was = `oldest was ${counted(age, "day")}`;
  if (beyond > 0) return { state: "red", says: `${was}, ${counted(beyond, "day")} past its day` };
  if (nextLook(camera) < today)
    return { state: "amber", says: `not looked at since ${shortDay(checkedOn, "UTC", now)}` };
  return { state: "green", says: was };
}

/** "Held twice", "one day is held": of a camera. */
export const heldWords = (count: number): string =>
  count === 0 ? "" : count === 1 ? "held by one hold" : `held by ${inWords(count)} holds`;
