import type { KeptFigure } from "#domain/registers/policy-map/figures";
import { rowsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";

/** Days since the last review was held, which a policy may promise to be a week; none before the first. */
export function keptByReviews(app: pb.App, nowMs: number): KeptFigure[] {
  const [last] = rowsOf(
    app,
    ["at"],
    "SELECT coalesce(max(heldAt), '') AS at FROM reviews WHERE heldAt <> ''",
  );
  const at = String(last?.[0] ?? "");
  if (at === "") return [];
  const { date } = clinicTime(app);
  const day = date(Date.parse(iso(at)));
  const amount = Math.round((Date.parse(date(nowMs)) - Date.parse(day)) / 86_400_000);
  return [
    {
      subject: "review-every",
      name: "Weekly review",
      amount,
      unit: "day",
      says: `last held on ${day}`,
      page: "/review",
    },
  ];
}
