import { scheduleFor } from "#domain/law/retention-lines";
import { type RetentionAnswer, retentionShows } from "#domain/registers/retention/rows";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { reading } from "../../base/once.ts";
import { refuse } from "../../base/refusal.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import { countsOf, monthsOf } from "./counts.ts";
import { saveExport } from "./exported.ts";
import { confirmedLines } from "./line-acts.ts";
import { workedSql } from "./list-acts.ts";
import { readerOf } from "./reader.ts";
import { placeOf, rowsWhere, showSql } from "./select.ts";

/** Rows on a page, and at most where a CSV is made of all of them. */
const page = 50;
const largest = 1_000;

/** `GET /retention?show&class&system&month&after&size`: records by the month from which they are due. */
export function list(e: pb.RequestEvent): void {
  const person = readerOf(e, ["manager", "dpo", "auditor"]);
  const { query } = e.requestInfo();
  const show = retentionShows.find((one) => one === (query.show || "due"));
  if (!show) refuse("show", "invalid_value", "There is no such part of the list.");
  const asked = conditions(query);
  const { size = "" } = query;
  const limit = size === "" ? page : Math.min(Number(size) || page, largest);
  if (query.csv === "1") saveExport(e.app, person);
  const nowMs = Date.now();
  const answer = reading((): RetentionAnswer => {
    const today = clinicTime(e.app).date(nowMs);
    const where = [showSql[show], ...asked.where].join(" AND ");
    const found = rowsWhere(e.app, where, { today, ...asked.params }, limit + 1);
    const rows = found.slice(0, limit);
    const last = rows[rows.length - 1];
    const counts = countsOf(e.app, today);
    const answers = answersOf(e.app);
    return {
      asOf: new Date(nowMs).toISOString(),
      today,
      rows,
      next: found.length > limit && last ? placeOf(last) : null,
      counts,
      months: monthsOf(e.app, today, counts.due),
      systems: rowsOf(e.app, ["system"], "SELECT DISTINCT system FROM retention_lists ORDER BY 1").map(
        String,
      ),
      schedule: answers ? scheduleFor(answers).id : "",
      confirmed: confirmedLines(e.app),
      lists: listsOf(e.app),
    };
  });
  e.json(200, answer);
}

/** Filters as SQL; values go in as parameters alone. */
function conditions(query: Readonly<Record<string, string>>) {
  const where: string[] = [];
  const params: Record<string, unknown> = {};
  const add = (name: string, sql: string, form: RegExp) => {
    const value = query[name] ?? "";
    if (value === "") return;
    if (!form.test(value)) refuse(name, "invalid_value", "This can’t be looked for.");
    where.push(sql);
    params[name] = value;
  };
  add("class", "r.rowClass = {:class}", /^[a-z0-9-]{1,20}$/);
  add("system", "r.system = {:system}", /^[a-z0-9:._[\]-]{1,120}$/);
  add("month", "r.starts = {:month}", /^\d{4}-\d\d-01$/);
  add("id", "r.id = {:id}", /^[a-z0-9]{15}$/);
  const { after = "" } = query;
  if (after !== "") {
    const [, starts, id] =
      /^(\d{4}-\d\d-\d\d|)~([a-z0-9]{15})$/.exec(after) ??
      refuse("after", "invalid_value", "There is no such place in the list.");
    where.push("(r.starts, r.id) > ({:starts}, {:place})");
    Object.assign(params, { starts, place: id });
  }
  return { where, params };
}

type Listed = RetentionAnswer["lists"][number];

function listsOf(app: pb.App): Listed[] {
  const columns = [
    "id",
    "version",
    "system",
    "schedule",
    "rows",
    "by",
    "at",
    "undoneAt",
    "undoneReason",
    "worked",
  ] as const;
  const select = `SELECT l.id AS id, l.version AS version, l.system AS system, l.schedule AS schedule, l.rows AS rows, l."by" AS "by",
     l.at AS at, l.undoneAt AS undoneAt, l.undoneReason AS undoneReason, ${workedSql} AS worked
     FROM retention_lists l ORDER BY l.at DESC LIMIT 12`;
  return objectsOf<Omit<Listed, "worked"> & { worked: unknown }>(app, columns, select).map((row) => ({
    ...row,
    at: iso(row.at),
    undoneAt: iso(row.undoneAt),
    worked: Boolean(row.worked),
  }));
}
