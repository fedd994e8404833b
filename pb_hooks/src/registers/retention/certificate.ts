import { canonicalJson } from "#domain/base/canonical-json";
import { scheduleFor } from "#domain/law/retention-lines";
import type { Certificate } from "#domain/registers/retention/places";
import { rowsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import { head } from "../../ledger/chain/head.ts";
import { nameOf } from "../../people/names.ts";
import { placesOf } from "./places.ts";

/** Sets what is frozen of a record's destruction on its row, and gives it the next number. */
export function certify(tx: pb.App, row: pb.Record): void {
  const text = (field: string) => row.getString(field);
  const at = (field: string) => iso(text(field));
  const name = (field: string) => nameOf(tx, text(field));
  const next = "SELECT coalesce(max(number), 0) + 1 AS n FROM retention_rows";
  const number = Number(rowsOf(tx, ["n"], next)[0]?.[0] ?? 1);
  const clinic = clinicOf(tx);
  const answers = answersOf(tx);
  const { seq, hash } = head(tx);
  const frozen: Certificate = {
    v: 1,
    number,
    clinic: clinic?.getString("name") ?? "",
    timeZone: clinic?.getString("timeZone") ?? "UTC",
    system: text("system"),
    recordRef: text("recordRef"),
    rowClass: text("rowClass"),
    month: text("month"),
    starts: text("starts"),
    rules: answers ? scheduleFor(answers).title : "",
    found: text("found"),
    appraisedBy: name("appraisedBy"),
    appraisedAt: at("appraisedAt"),
    askedBy: name("askedBy"),
    askedAt: at("askedAt"),
    second: name("second"),
    agreedAt: at("agreedAt"),
    doneOn: text("doneOn"),
    how: text("doneHow"),
    beside: text("doneBeside"),
    doneBy: name("doneBy"),
    doneAt: at("doneAt"),
    places: placesOf(tx, text("system"), text("recordRef")),
    ledger: { seq, hash },
  };
  const json = canonicalJson(frozen);
  row.set("number", number);
  row.set("certificate", json);
  row.set("certificateHash", $security.sha256(json));
}
