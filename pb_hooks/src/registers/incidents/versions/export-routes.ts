import { canonicalJson } from "#domain/base/canonical-json";
import { csvMark, csvLine as line } from "#domain/base/csv";
import { registerCells, registerColumns } from "#domain/registers/incidents/register-cells";
import type { BreachRegister } from "#domain/registers/incidents/register-row";
import {
  type IncidentReport,
  incidentReportSchema,
  type UnfrozenChanges,
} from "#domain/registers/incidents/report";
import { incidentFileName } from "#domain/registers/incidents/words";
import { caller } from "../../../base/caller.ts";
import { now } from "../../../base/clock.ts";
import { refuse } from "../../../base/refusal.ts";
import { clinicOf } from "../../../clinic/clinic.ts";
import { append } from "../../../ledger/chain/append.ts";
import { casesFor, isKeptApart, keeps } from "../case-facts.ts";
import { actorIn, readableAt } from "../incident.ts";
import { isWhole } from "./proof.ts";
import { registerLine } from "./register-line.ts";
import { notYetIn } from "./snapshot.ts";

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

/** `GET /breach-changes?id`: what is known now and stands in no version yet. It shows what the case itself shows. */
export function breachChanges(e: pb.RequestEvent): void {
  const { id = "" } = e.requestInfo().query;
  const breach = readableAt(e.app, caller(e), id);
  const [newest] = e.app.findRecordsByFilter("breach_reports", "breach = {:id}", "-number", 1, 0, { id });
  if (!newest) throw new NotFoundError("There is no version yet.");
  e.json(200, {
    since: newest.getInt("number"),
    list: notYetIn(e.app, breach, newest),
  } satisfies UnfrozenChanges);
}

const exported = (id: string) => ({ v: 1, id, action: "export" });

/**
 * `GET /breach-register?format=csv|json|page&confidential=yes`: all breaches that this person may read, as Art 33(5) asks;
 * confidential ones only where whoever keeps them asks for them. As `page` it is what the list shows, and no export.
 */
export function breachRegister(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  const { format = "json", confidential = "" } = e.requestInfo().query;
  if (format !== "json" && format !== "csv" && format !== "page")
    refuse("format", "invalid_value", "The register is JSON or CSV.");
  if (confidential !== "" && confidential !== "yes")
    refuse("confidential", "invalid_value", "It is yes, or left out.");
  const rows = casesFor(e.app, person, "number != 0")
    .filter((one) => !isKeptApart(one) || (confidential === "yes" && keeps(e.app, person, one)))
    .map((one) => registerLine(e.app, one));
  const asOf = now();
  const clinic = clinicOf(e.app);
  const [name, timeZone] = [clinic?.getString("name") ?? "", clinic?.getString("timeZone") ?? "UTC"];
  const register: BreachRegister = { v: 2, clinic: name, timeZone, asOf, rows };
  if (format === "page") {
    e.json(200, register);
    return;
  }
  append(e.app, [{ kind: "breaches.act", user: person.id, detail: exported("register") }]);
  const file = `breach-register-${asOf.slice(0, 10)}.${format}`;
  if (format === "json") {
    sendFile(e, file, "application/json", canonicalJson(register));
    return;
  }
  const body = rows.map((row) => line(registerCells(row))).join("");
  const about = line(["As of", asOf]) + line(["By", person.name]);
  sendFile(e, file, "text/csv", csvMark + about + line(registerColumns) + body);
}

function sendFile(e: pb.RequestEvent, name: string, mime: string, text: string): void {
  const headers = e.response.header();
  headers.set("Content-Type", `${mime}; charset=utf-8`);
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Disposition", `attachment; filename="${name}"`);
  e.response.write(toBytes(text));
}
