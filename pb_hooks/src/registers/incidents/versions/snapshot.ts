import { dateAt, type OffsetAt } from "#domain/base/local-time";
import { changedSince } from "#domain/registers/incidents/changed-since";
import { icoDue } from "#domain/registers/incidents/clock";
import { isLate } from "#domain/registers/incidents/delay-reason";
import { type IcoAnswer, icoAnswers } from "#domain/registers/incidents/ico-answers";
import { icoFormVersion } from "#domain/registers/incidents/ico-form";
import { lawOn } from "#domain/registers/incidents/law/then";
import {
  type IncidentReport,
  type ReportBeforeChanges,
  type ReportChange,
  reportSchemaName,
} from "#domain/registers/incidents/report";
import { harmsInWords } from "#domain/registers/incidents/words";
import { nowMs } from "../../../base/clock.ts";
import { rowsOf } from "../../../base/database.ts";
import { instantIn, msIn } from "../../../base/instants.ts";
import { listIn } from "../../../base/rows.ts";
import { clinicOf } from "../../../clinic/clinic.ts";
import { answersIn, inspectorOf } from "../../../clinic/four-answers.ts";
import { head } from "../../../ledger/chain/head.ts";
import { tellingIn } from "../delay.ts";
import { lawAnswersIn } from "../law/answers.ts";
import { isWhole } from "./proof.ts";
import {
  accountsOf,
  actionsOf,
  assessmentOf,
  evidenceOf,
  leadOf,
  noticesOf,
  objectIn,
  offsetIn,
  peopleOf,
  staffOf,
  timelineOf,
} from "./snapshot-parts.ts";

/** Everything that a version of the report freezes, as it is now; who read it is added when it is frozen. */
export function snapshotOf(app: pb.App, breach: pb.Record, atMs = nowMs()): IncidentReport {
  const clinic = clinicOf(app);
  if (!clinic) throw new NotFoundError("There is no clinic yet.");
  const report = factsOf(app, clinic, breach, atMs);
  return { ...report, changes: changesOf(app, breach, report, offsetIn(clinic)) };
}

/** What is known now and stands in no version yet: what differs from the newest one. Frozen nowhere. */
export function notYetIn(app: pb.App, breach: pb.Record, newest: pb.Record): ReportChange[] {
  const clinic = clinicOf(app);
  if (!clinic) throw new NotFoundError("There is no clinic yet.");
  const frozen = JSON.parse(newest.getString("snapshot")) as IncidentReport;
  return changedSince(frozen, factsOf(app, clinic, breach, nowMs()), offsetIn(clinic));
}

/** What changed since the newest version that was sent and is what was frozen; null where there is none. */
function changesOf(app: pb.App, breach: pb.Record, report: ReportBeforeChanges, offsetAt: OffsetAt) {
  const filter = "breach = {:id} && sentAt != ''";
  const sent = app
    .findRecordsByFilter("breach_reports", filter, "-number", 0, 0, { id: breach.id })
    .find((row) => isWhole(app, row));
  if (!sent) return null;
  const list = changedSince(JSON.parse(sent.getString("snapshot")) as IncidentReport, report, offsetAt);
  return { since: sent.getInt("number"), sentAt: instantIn(sent, "sentAt") ?? "", list };
}

function factsOf(app: pb.App, clinic: pb.Record, breach: pb.Record, atMs: number): ReportBeforeChanges {
  const text = (field: string) => breach.getString(field);
  const at = (field: string) => instantIn(breach, field);
  const counted = (field: string) => (breach.getInt(field) < 0 ? null : breach.getInt(field));
  const aware = msIn(breach, "awareAt");
  const parts = { people: peopleOf(app, breach), staff: staffOf(app, clinic, breach, atMs) };
  const actions = actionsOf(app, breach);
  const notices = noticesOf(clinic, breach);
  const lead = leadOf(app, clinic);
  return {
    schema: reportSchemaName,
    number: breach.getInt("number"),
    version: versions(app, breach) + 1,
    madeAt: new Date(atMs).toISOString(),
    ledgerSeq: head(app).seq,
    formVersion: icoFormVersion,
    clinic: {
      name: clinic.getString("name"),
      nation: clinic.getString("nation"),
      timeZone: clinic.getString("timeZone"),
      regulator: inspectorOf(clinic.getString("careRegulator")),
      registration: clinic.getString("registration"),
      sector: clinic.getString("sector"),
      address: clinic.getString("address"),
      leadTitle: clinic.getString("leadTitle"),
      lead: [lead.name, lead.email].filter((part) => part !== "").join(", "),
    },
    state: text("state"),
    title: text("title"),
    kind: text("kind"),
    types: listIn<string>(breach, "types"),
    origin: text("origin"),
    cause: text("cause"),
    ...(text("causeOther") && { causeOther: text("causeOther") }),
    times: {
      noticedAt: at("noticedAt"),
      occurredFrom: at("occurredFrom"),
      occurredTo: at("occurredTo"),
      detectedAt: at("detectedAt"),
      awareAt: at("awareAt"),
      reportedInternallyAt: at("reportedInternallyAt"),
      provisionalFrom: at("provisionalFrom"),
      icoDue: aware === undefined ? null : new Date(icoDue(aware)).toISOString(),
      icoSentAt: at("icoSentAt"),
      icoEnteredAt: at("icoEnteredAt"),
      containedAt: at("containedAt"),
      closedAt: at("closedAt"),
    },
    icoReference: text("icoReference"),
    people: { affected: counted("peopleCount"), records: counted("recordsCount"), ...parts.people },
    questions: icoAnswers({
      form: objectIn<IcoAnswer>(breach, "form"),
      text: text("text"),
      occurredFrom: at("occurredFrom") ?? "",
      detectedAt: at("detectedAt") ?? "",
      peopleCount: breach.getInt("peopleCount"),
      recordsCount: breach.getInt("recordsCount"),
      containedHow: text("containedHow"),
      harms: harmsInWords(listIn<string>(breach, "harms"), text("harmsOther")),
      actions,
      controllerPeople: text("controllerPeople"),
      highRisk: objectIn<string>(breach, "answers").highRisk === "yes",
      peopleTold: parts.people.toBeTold > 0 && parts.people.told === parts.people.toBeTold,
      othersTold: notices.filter(({ done }) => done).map((notice) => notice.text),
      othersAsked: Object.keys(objectIn(breach, "otherNotices")).length > 0,
      icoReference: text("icoReference"),
      followUp: at("icoSentAt") !== null,
      delayReason: text("delayReason"),
      late: isLate(tellingIn(breach), atMs),
      trained: parts.staff.map((one) => one.trainedWithinTwoYears),
      clinicName: clinic.getString("name"),
      registration: clinic.getString("registration"),
      sector: clinic.getString("sector"),
      address: clinic.getString("address"),
      leadName: lead.name,
      leadEmail: lead.email,
      offsetAt: offsetIn(clinic),
    }),
    staff: parts.staff,
    assessment: assessmentOf(clinic, breach),
    decisions: {
      triage: { verdict: text("triageVerdict"), reason: text("triageReason"), at: at("triagedAt") },
      tool: text("toolAdvice"),
      lead: { advice: text("leadAdvice"), reason: text("leadReason"), at: at("leadAt") },
      controller: {
        ico: text("controllerIco"),
        people: text("controllerPeople"),
        reason: text("controllerReason"),
        at: at("controllerAt"),
        harms: listIn<string>(breach, "harms"),
        harmsOther: text("harmsOther"),
        ground: text("notTelling"),
        publicHow: text("publicHow"),
      },
    },
    processor:
      text("processorName") === "" ? null : { name: text("processorName"), toldAt: at("processorToldAt") },
    otherNotices: notices,
    accounts: accountsOf(app, breach),
    actions,
    timeline: timelineOf(app, breach),
    evidence: evidenceOf(app, breach),
    law: lawOn(dateAt(atMs, offsetIn(clinic)), answersIn(clinic), lawAnswersIn(breach)),
    ending: text("closedReason") || (text("state") === "withdrawn" ? text("triageReason") : ""),
  };
}

function versions(app: pb.App, breach: pb.Record): number {
  const select = "SELECT coalesce(max(number), 0) AS n FROM breach_reports WHERE breach = {:id}";
  return Number(rowsOf(app, ["n"], select, { id: breach.id })[0]?.[0]);
}
