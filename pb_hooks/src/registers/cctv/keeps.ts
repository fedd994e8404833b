import { daysBetween } from "#domain/law/working-days";
import { isUsed } from "#domain/registers/cctv/standing";
import type { KeptFigure } from "#domain/registers/policy-map/figures";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { gathered } from "./gather.ts";

/**
 * For how long each camera's pictures are kept: as it is set, and as the last look at its recorder found. A picture that
 * a hold keeps is no broken promise.
 */
export function keptByCameras(app: pb.App, nowMs: number): KeptFigure[] {
  const { cameras, held } = gathered(app, clinicTime(app).date(nowMs));
  const isHeld = (camera: string, day: string) =>
    held.some((one) => one.camera === camera && one.fromDay <= day && day <= one.toDay);
  const figure = (name: string, amount: number, says: string): KeptFigure => ({
    subject: "cctv-kept",
    name,
    amount,
    unit: "day",
    says,
    page: "/cctv",
  });
  return cameras.filter(isUsed).flatMap(({ id, name, days, oldest, checkedOn }) => {
    const set = figure(name, days, `set to keep ${days} days`);
    if (oldest === "" || isHeld(id, oldest)) return [set];
    const found = daysBetween(oldest, checkedOn);
    // One camera breaks a sentence once, by the longer of the two.
    return [found > days ? figure(name, found, `oldest picture ${oldest}, looked at ${checkedOn}`) : set];
  });
}
