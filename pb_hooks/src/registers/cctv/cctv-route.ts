import { caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { reading } from "../../base/once.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { requireCctv } from "./asked.ts";
import { gathered, readers } from "./gather.ts";

/** `GET /cctv`: systems, cameras with their last look, who may look, what is held and to be exported, and our checks. */
export function cctv(e: pb.RequestEvent): void {
  caller(e, readers);
  requireCctv(e.app);
  reading(() => e.json(200, gathered(e.app, clinicTime(e.app).date(nowMs()))));
}
