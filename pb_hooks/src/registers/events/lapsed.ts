import { milliseconds, policy } from "#domain/policy";
import { nowMs } from "../../base/clock.ts";
import { iso } from "../../base/time.ts";

/** The instant until which a request can be confirmed. */
export const waitsUntil = (row: pb.Record): string =>
  new Date(Date.parse(iso(row.getString("askedAt"))) + milliseconds(policy.erasureWaits)).toISOString();

/** Whether nobody confirmed a request in time. */
export const hasLapsed = (row: pb.Record): boolean =>
  row.getString("state") === "asked" && Date.parse(waitsUntil(row)) < nowMs();
