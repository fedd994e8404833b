import { type OwedRow, otherRow } from "#domain/work/desk";
import { rowsOf } from "../../base/database.ts";
import { once } from "../../base/once.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import type { Laying } from "../register.ts";
import { sumsOn } from "./kept-standing.ts";

const documentsIn = (app: pb.App): Set<string> =>
  once(
    "documents of training",
    () =>
      new Set(rowsOf(app, ["id"], "SELECT id FROM courses WHERE kind = 'policy'").map(([id]) => String(id))),
  );

/** What somebody has to complete soon or should have, one row a course; who leads is told how many it is of. */
export function rowsOfTraining({ app, person, nowMs, zone }: Laying): OwedRow[] {
  if (person.outside) return [];
  const today = clinicTime(app).date(nowMs);
  const { courses, owed: byCourse } = sumsOn(app, today, person.role === "staff" ? person.id : "");
  const documents = documentsIn(app);
  return courses.flatMap(({ id, key, name }, i) => {
    // The notice has rows of its own, of whoever was not shown it.
    if (key === "monitoring-notice") return [];
    const owed = byCourse[i] ?? [];
    const mine = owed.find(([user]) => user === person.id);
    const late = owed.filter(([user, , isLate]) => isLate && user !== person.id);
    const rows: OwedRow[] = [];
    if (mine)
      rows.push(
        otherRow({
          key: `training:${id}:${person.id}`,
          text: documents.has(id) ? `Read and acknowledge “${name}”` : `Complete “${name}”`,
          due: mine[1] === "" ? "" : endOfDay(zone, mine[1]),
          with: [person.id],
          page: `/training/lesson?course=${id}`,
        }),
      );
    if (late.length > 0 && person.role !== "staff")
      rows.push(
        otherRow({
          key: `training:${id}`,
          text: `${late.length === 1 ? "One person is" : `${late.length} people are`} late with “${name}”`,
          due: "",
          with: late.map(([user]) => user),
          page: `/training?state=late&course=${id}`,
        }),
      );
    return rows;
  });
}
