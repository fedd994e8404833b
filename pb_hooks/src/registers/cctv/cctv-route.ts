import { caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { reading } from "../../base/once.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { requireOn } from "../in-use.ts";
import { takePaper } from "../listing/take-paper.ts";
import { gathered, readers } from "./gather.ts";

/**
 * `GET /cctv?format`: systems, cameras with their last look, who may look, what is held and to be exported, and our checks;
 * for a paper it is an export.
 */
export function cctv(e: pb.RequestEvent): void {
  const person = caller(e, readers);
  requireOn(e.app, "cctv");
  const { format = "" } = e.requestInfo().query;
  if (format !== "" && format !== "paper")
    refuse("format", "invalid_value", "CCTV is JSON, or what a paper is made of.");
  if (format === "paper") takePaper(e.app, person, "camera_systems");
  reading(() => e.json(200, gathered(e.app, clinicTime(e.app).date(nowMs()))));
}
