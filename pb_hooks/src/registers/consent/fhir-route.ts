import * as z from "zod/mini";
import { recordRef, systemName } from "#domain/base/forms";
import { leadOnlyPurposes as leadOnly } from "#domain/law/sharing-purposes";
import type { ConsentRow } from "#domain/registers/consent/consent-row";
import { bundleEnds, bundleEntry, bundleStarts } from "#domain/registers/consent/fhir";
import { caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { bodyOf } from "../../base/refusal.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { append } from "../../ledger/chain/append.ts";
import { exported } from "../incidents/versions/send-file.ts";
import { consentFields, consentSelect } from "./rows.ts";

/** Of one record, or of all: nothing of it stands in an address. */
const body = z.strictObject({ record: z.optional(z.strictObject({ recordRef, system: systemName })) });

/** Decisions that are read in one go. */
const atOnce = 500;

/**
 * `POST /consents-fhir`: what patients decided as FHIR R4, a Bundle of Consent, each record by its reference alone. That it
 * was taken is an event.
 */
export function consentsFhir(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  if (person.outside) throw new ForbiddenError("You are here for one case alone.");
  const { record } = bodyOf(e, body);
  const asOf = now();
  const today = clinicTime(e.app).date(nowMs());
  append(e.app, [{ kind: "consents.act", user: person.id, detail: exported("fhir") }]);
  const headers = e.response.header();
  headers.set("Content-Type", "application/fhir+json; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Disposition", `attachment; filename="consents-${asOf.slice(0, 10)}.fhir.json"`);
  e.response.write(toBytes(bundleStarts(asOf)));
  let first = true;
  for (const rows of pages(e.app, record, person.role === "dpo")) {
    const text = rows.map((row) => bundleEntry(row, today)).join(",\n");
    e.response.write(toBytes(`${first ? "" : ",\n"}${text}`));
    first = false;
  }
  e.response.write(toBytes(bundleEnds));
}

/** All decisions, by their id; some are shown to the lead alone. */
function* pages(
  app: pb.App,
  record: { readonly recordRef: string; readonly system: string } | undefined,
  lead: boolean,
): Generator<ConsentRow[]> {
  const ofRecord = record ? "AND c.recordRef = {:recordRef} AND c.system = {:system}" : "";
  const select = `${consentSelect} AND c.id > {:after} ${ofRecord}
    AND ({:lead} OR c.purpose NOT IN (SELECT value FROM json_each({:leadOnly}))) ORDER BY c.id LIMIT {:limit}`;
  const params = { ...record, lead, leadOnly: JSON.stringify(leadOnly), limit: atOnce };
  for (let after = ""; ; ) {
    const rows = objectsOf<ConsentRow>(app, consentFields, select, { ...params, after });
    if (rows.length > 0) yield rows.map((row) => ({ ...row, at: iso(row.at) }));
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.id ?? "";
  }
}
