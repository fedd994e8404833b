import { canonicalJson } from "#domain/base/canonical-json";
import { csvMark, csvLine as line } from "#domain/base/csv";
import { registerCells, registerColumns } from "#domain/registers/incidents/register-cells";
import type { BreachRegister } from "#domain/registers/incidents/register-row";
import { caller } from "../../../base/caller.ts";
import { now } from "../../../base/clock.ts";
import { refuse } from "../../../base/refusal.ts";
import { clinicOf } from "../../../clinic/clinic.ts";
import { append } from "../../../ledger/chain/append.ts";
import { casesFor, isKeptApart, keeps } from "../case-facts.ts";
import { registerLine } from "./register-line.ts";
import { exported, sendFile } from "./send-file.ts";

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
