import { caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { reading } from "../../base/once.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { requireOn } from "../in-use.ts";
import { gathered, readers } from "./gather.ts";

/** `GET /cctv`: systems, cameras with their last look, who may look, what is held and to be exported, and our checks. */
export function cctv(e: pb.RequestEvent): void {
  caller(e, readers);
  requireOn(e.app, "cctv");
  reading(() => e.json(200, gathered(e.app, clinicTime(e.app).date(nowMs()))));
}
