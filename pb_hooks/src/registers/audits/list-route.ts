import type * as z from "zod/mini";
import { auditCells, auditColumns } from "#domain/registers/audits/csv";
import {
  type AuditFilters,
  auditFilters,
  auditPage,
  type auditsAnswer,
} from "#domain/registers/audits/question";
import { type Caller, caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { namesIn } from "../../people/names.ts";
import { requireOn } from "../in-use.ts";
import { everyPage } from "../listing/every-page.ts";
import { sendCsv } from "../listing/send-csv.ts";
import { takePaper } from "../listing/take-paper.ts";
import { auditCounts, openFindings, pageOfAudits, roundsWhere } from "./rows.ts";

/** Rounds that a page of the programme shows at the most: each month of each of its audits, and more. */
const roundsShown = 2_000;

/** `GET /audits?template&state&year&after&format`: one page of the programme, all of what it shows as a CSV, or for a paper. */
export function list(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  requireOn(e.app, "audits");
  const query = e.requestInfo().query;
  const filters = auditFilters((name) => query[name]);
  if (query.format === "csv") {
    sendList(e, person, filters);
    return;
  }
  const isPaper = query.format === "paper";
  if (query.format !== undefined && !isPaper)
    refuse("format", "invalid_value", "The list is JSON, a CSV, or what a paper is made of.");
  if (isPaper && !query.after) takePaper(e.app, person, "audits");
  const today = clinicTime(e.app).date(nowMs());
  const year = filters.year || today.slice(0, 4);
  const { rows, next } = pageOfAudits(e.app, filters, query.after ?? "", auditPage, today);
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const answer: z.infer<typeof auditsAnswer> = {
    rows,
    next,
    rounds: roundsWhere(
      e.app,
      "audit IN (SELECT value FROM json_each({:ids})) AND (substr(begunOn, 1, 4) = {:year} OR state = 'open')",
      { ids, year },
      roundsShown,
    ),
    findings: openFindings(e.app),
    counts: auditCounts(e.app, today, today.slice(0, 4)),
    year,
    today,
  };
  e.json(200, answer);
}

function sendList(e: pb.RequestEvent, person: Caller, filters: AuditFilters): void {
  const today = clinicTime(e.app).date(nowMs());
  const nameOf = namesIn(e.app);
  function* lines() {
    for (const rows of everyPage((after, limit) => pageOfAudits(e.app, filters, after, limit, today)))
      yield rows.map((row) => auditCells(row, nameOf([row.owner])[0] ?? "", today));
  }
  sendCsv(e, person, {
    collection: "audits",
    name: "audits",
    filters: { template: filters.template, state: filters.state },
    headings: auditColumns,
    pages: lines(),
  });
}
