import { nowMs } from "../../base/clock.ts";
import { checkpoint } from "../chain/checkpoint.ts";
import { sealNew } from "../chain/row-baseline.ts";
import { claim } from "../claims.ts";
import { expire, whyItStands } from "./expire.ts";
import { scrub } from "./scrub.ts";

/**
 * What is done once a day: expiry, the hashes of rows that came without one, and the signature under the day's last link.
 * Asked every hour, so that a server that sleeps at night catches up; what an erasure could not scrub is tried again each
 * time.
 */
export function daily(app: pb.App): void {
  scrub(app);
  const midnight = new Date(nowMs());
  midnight.setUTCHours(24, 0, 0, 0);
  if (!claim(app, "daily", midnight.getTime())) return;
  const done = expire(app);
  if (done.is === "stands") console.error(whyItStands(done.clock));
  sealNew(app);
  checkpoint(app, "daily");
}
