import type { z } from "zod/mini";
import { clinicId } from "#domain/clinic/clinic";
import { purposeOf } from "#domain/law/sharing-purposes";
import { isReferenceOf } from "#domain/ledger/given/unfit";
import { purposesAt } from "#domain/registers/consent/consent";
import type { decisionsAnswer } from "#domain/registers/consent/consent-row";
import { recordBody } from "#domain/registers/consent/suppressed";
import { caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { bodyOf, refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import { keyedRecord, recordOnce } from "../../ledger/read/reading.ts";
import { releasesOfRecord } from "../releases/list.ts";
import { openRequestsOf } from "../requests/list.ts";
import { looksAt } from "./record-looks.ts";
import { bannerOf, decisionsOf, stepsOf } from "./rows.ts";

/**
 * `POST /record-decisions`: what is decided of one record. That it was looked at is an event, with the record keyed; nothing
 * of it stands in an address. Whom the patient lets us tell is shown to those who keep the releases.
 */
export function decisions(e: pb.RequestEvent): void {
  const person = caller(e, ["staff", "manager", "dpo", "auditor"]);
  if (person.outside) throw new ForbiddenError("You are here for one case alone.");
  const record = bodyOf(e, recordBody);
  if (!isReferenceOf(record.system, record.recordRef))
    refuse("recordRef", "invalid_format", "This is no reference of a record in that system.");
  const detail = { v: 1, id: clinicId, action: "read-decisions", record: keyedRecord(record.recordRef) };
  recordOnce(e.app, [
    { of: [person.id, "decisions", record], event: { kind: "consents.act", user: person.id, detail } },
  ]);
  const lead = person.role === "dpo";
  const today = clinicTime(e.app).date(nowMs());
  const rows = decisionsOf(e.app, record, lead);
  const answers = answersOf(e.app);
  const open = answers ? purposesAt(answers) : [];
  const listing = { app: e.app, person, today };
  const { looks, more } = looksAt(e.app, person, record);
  const answer: z.infer<typeof decisionsAnswer> = {
    asOf: now(),
    today,
    open: open.filter((key) => lead || !purposeOf(key).leadOnly),
    rows,
    history: stepsOf(
      e.app,
      rows.map(({ id }) => id),
    ),
    banner: bannerOf(e.app, record, today, lead, lead || person.role === "manager"),
    releases: person.role === "staff" ? null : releasesOfRecord(listing, record),
    looks,
    moreLooks: more,
    requests: openRequestsOf(listing, record),
  };
  e.response.header().set("Cache-Control", "no-store");
  e.json(200, answer);
}
