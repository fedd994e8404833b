import type { Nation } from "../../law/four-answers.ts";
import { daysAfter, monthLimit, monthsAfter } from "../../law/working-days.ts";
import { policy } from "../../policy.ts";
import { ageOf } from "./kept.ts";
import { ourChecks } from "./our-checks.ts";
import type { CameraRow, CctvAnswer, ExportRow, OurCheckRow } from "./rows.ts";

/** What an export waits for. */
export const exportState = ({
  exportedAt,
  playsAt,
  failedAt,
}: ExportRow): "asked" | "exported" | "plays" | "failed" =>
  playsAt !== "" ? "plays" : failedAt !== "" ? "failed" : exportedAt === "" ? "asked" : "exported";

export const isUsed = ({ retiredOn }: Pick<CameraRow, "retiredOn">): boolean => retiredOn === "";

/** Days by which the last check found a camera's pictures too old; 0 where it kept to its days, or was never looked at. */
export const beyondOf = ({
  oldest,
  checkedOn,
  days,
}: Pick<CameraRow, "oldest" | "checkedOn" | "days">): number =>
  oldest === "" ? 0 : ageOf(oldest, checkedOn, days).beyond;

/** The last day on which a camera is looked at again. */
export const nextLook = ({ checkedOn, usedFrom }: Pick<CameraRow, "checkedOn" | "usedFrom">): string =>
  daysAfter(checkedOn === "" ? usedFrom : checkedOn, policy.cctvCheckEvery.amount);

/** Something of the register that has a day. `key` names it with its row. */
export interface CctvDue {
  readonly key: string;
  readonly text: string;
  /** Civil date; '' where it should be there already. */
  readonly on: string;
  /** Ids of who does it. */
  readonly with: readonly string[];
}

type Known = Pick<CctvAnswer, "systems" | "cameras" | "exports" | "checks" | "unsigned" | "held">;

/** @param today - Civil date at the clinic. @param lead - Who signs a review. */
export interface Around {
  readonly today: string;
  readonly lead: string;
  readonly nation: Nation;
}

/**
 * All that is due or will be within a month: the recorders that are to be looked at, exports, engineers, assessments,
 * reviews of need, and our checks.
 *
 * @param today - Civil date at the clinic.
 * @param lead - Who signs a review.
 */
export function cctvDue(
  { systems, cameras, exports, checks, unsigned, held }: Known,
  { today, lead, nation }: Around,
): CctvDue[] {
  const soon = daysAfter(today, policy.cctvAskedAhead.amount);
  const within = (on: string): boolean => on === "" || on <= soon;
  const dues: CctvDue[] = [];
  for (const system of systems) {
    const { id, name, site, responsible } = system;
    const who = [responsible];
    const used = cameras.filter((one) => one.system === id && isUsed(one));
    if (used.length === 0) continue;
    const looks = used.map(nextLook).sort();
    const at = `${name}, ${site}`;
    dues.push({
      key: `look:${id}`,
      text: `Look at the recorder for its oldest pictures: ${at}`,
      on: looks[0] ?? today,
      with: who,
    });
    const yearly: readonly (readonly [string, string, string])[] = [
      ["engineer", `An engineer checks it: ${at}`, system.engineerOn === "" ? "" : system.engineerNextOn],
      ["dpia", `Assess again what it does to people: ${at}`, system.dpiaOn === "" ? "" : system.dpiaNextOn],
      [
        "need",
        `Review whether it is still needed: ${at}`,
        system.reviewedOn === "" ? "" : system.reviewNextOn,
      ],
    ];
    for (const [key, text, on] of yearly)
      if (within(on)) dues.push({ key: `${key}:${id}`, text, on, with: who });
  }
  const responsibleFor = (camera: string): string[] => {
    const system = cameras.find(({ id }) => id === camera)?.system;
    return systems.flatMap(({ id, responsible }) => (id === system ? [responsible] : []));
  };
  for (const one of exports) {
    const state = exportState(one);
    if (!one.held || state === "plays" || state === "failed") continue;
    const what = `${one.name}, ${one.fromDay} to ${one.toDay}`;
    const text =
      state === "asked" ? `Export held pictures: ${what}` : `Look whether the export plays: ${what}`;
    dues.push({ key: `export:${one.id}`, text, on: one.exportBy, with: responsibleFor(one.camera) });
  }
  for (const { hold, askedOn, reference, authoriser } of held) {
    if (askedOn === "") continue;
    const { day } = monthLimit(askedOn, nation);
    if (within(day))
      dues.push({
        key: `answer:${hold}`,
        text: `Answer who asked for pictures: ${reference}`,
        on: day,
        with: [authoriser],
      });
  }
  for (const { id, site } of unsigned)
    dues.push({ key: `sign:${id}`, text: `Sign the review of need: ${site}`, on: "", with: [lead] });
  if (cameras.some(isUsed)) dues.push(...checksDue(checks, soon, lead));
  return dues;
}

/** Our checks in one line: how many were never made or are due, and by when the first. */
function checksDue(checks: readonly OurCheckRow[], soon: string, lead: string): CctvDue[] {
  const last = new Map(checks.map((one) => [one.item, one.nextOn]));
  const due = ourChecks.map(({ key }) => last.get(key) ?? "").filter((on) => on <= soon);
  if (due.length === 0) return [];
  const text = `${due.length} of our ${ourChecks.length} checks of CCTV ${due.length === 1 ? "is" : "are"} due`;
  return [{ key: "our-checks", text, on: [...due].sort()[0] ?? "", with: [lead] }];
}

/** The day a year after another, as reviews and engineers are asked for the next time. */
export const inAYear = (day: string): string => monthsAfter(day, policy.cctvReviewEvery.amount);
