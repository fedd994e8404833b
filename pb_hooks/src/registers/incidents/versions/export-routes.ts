import { csvMark, csvLine as line } from "#domain/base/csv";
import type { OffsetAt } from "#domain/base/local-time";
import { breachActs } from "#domain/registers/incidents/acts";
import { screenedInWords } from "#domain/registers/incidents/reading";
import {
  type IncidentReport,
  incidentReportSchema,
  type ReportDraft,
  type UnfrozenChanges,
} from "#domain/registers/incidents/report";
import { incidentFileName } from "#domain/registers/incidents/words";
import { caller } from "../../../base/caller.ts";
import { refuse } from "../../../base/refusal.ts";
import { offsetMs } from "../../../base/time-zone.ts";
import { append } from "../../../ledger/chain/append.ts";
import { actorIn, caseAt, readableAt } from "../incident.ts";
import { recordCaseRead } from "../reads.ts";
import { isWhole } from "./proof.ts";
import { exported, sendFile } from "./send-file.ts";
import { notYetIn, snapshotOf } from "./snapshot.ts";

/** `GET /incident-schema`: the JSON Schema of a version, for whoever validates one. */
export function incidentSchema(e: pb.RequestEvent): void {
  e.json(200, incidentReportSchema());
}

/** `GET /breach-report?id&version&format=json|csv`: a version as it was frozen; without one the newest. */
export function breachReport(e: pb.RequestEvent): void {
  const person = caller(e);
  const { id = "", version = "", format = "json" } = e.requestInfo().query;
  if (format !== "json" && format !== "csv")
    refuse("format", "invalid_value", "A version is JSON or CSV here.");
  if (version !== "" && !/^[1-9]\d{0,5}$/.test(version))
    refuse("version", "invalid_value", "A version is a number.");
  const breach = readableAt(e.app, person, id);
  const filter = `breach = {:id}${version === "" ? "" : " && number = {:version}"}`;
  const [row] = e.app.findRecordsByFilter("breach_reports", filter, "-number", 1, 0, {
    id,
    version: Number(version),
  });
  if (!row) throw new NotFoundError("There is no such version.");
  if (!isWhole(e.app, row)) {
    refuse(
      "version",
      "changed",
      "The log does not hold this version as it stands here: it was changed behind the server\u2019s back. Don\u2019t send it; tell the lead.",
    );
  }
  append(e.app, [{ kind: "breaches.act", ...actorIn(breach, person.id), detail: exported(breach.id) }]);
  // The export of a confidential case names nobody; who read it is on the record all the same.
  recordCaseRead(e.app, person, "read-version", breach, row.id);
  const name = `${incidentFileName(breach.getInt("number"))}-v${row.getInt("number")}`;
  const snapshot = row.getString("snapshot");
  if (format === "json") {
    sendFile(e, `${name}.json`, "application/json", snapshot);
    return;
  }
  const report = JSON.parse(snapshot) as IncidentReport;
  const about = [
    ["As of", report.madeAt],
    ["By", person.name],
    ["Version", report.version],
    ["SHA-256", row.getString("hash")],
    ["Names", screenedInWords(report.read, offsetOf(report))],
  ] as const;
  const rows = report.questions.map(({ part, key, question, text, options }) =>
    line([part, key, question, text, options.map((option) => option.text).join("; ")]),
  );
  sendFile(
    e,
    `${name}.csv`,
    "text/csv",
    csvMark +
      about.map((pair) => line(pair)).join("") +
      line(["part", "key", "question", "answer", "options"]) +
      rows.join(""),
  );
}

/** `GET /breach-draft?id`: the report as it would be frozen now, for whoever may freeze it to read. It shows what the case shows. */
export function breachDraft(e: pb.RequestEvent): void {
  const { id = "" } = e.requestInfo().query;
  const person = caller(e);
  const { breach } = caseAt({ tx: e.app, actor: person, id, version: 0 }, breachActs["breaches.version"]);
  if (breach.getBool("confidential")) recordCaseRead(e.app, person, "read", breach);
  e.json(200, {
    report: snapshotOf(e.app, breach),
    seen: breach.getInt("version"),
  } satisfies ReportDraft);
}

/** `GET /breach-changes?id`: what is known now and stands in no version yet. It shows what the case itself shows. */
export function breachChanges(e: pb.RequestEvent): void {
  const { id = "" } = e.requestInfo().query;
  const person = caller(e);
  const breach = readableAt(e.app, person, id);
  if (breach.getBool("confidential")) recordCaseRead(e.app, person, "read", breach);
  const [newest] = e.app.findRecordsByFilter("breach_reports", "breach = {:id}", "-number", 1, 0, { id });
  if (!newest) throw new NotFoundError("There is no version yet.");
  e.json(200, {
    since: newest.getInt("number"),
    list: notYetIn(e.app, breach, newest),
  } satisfies UnfrozenChanges);
}

const offsetOf =
  ({ clinic }: IncidentReport): OffsetAt =>
  (ms) =>
    offsetMs(clinic.timeZone, ms) / 60_000;
