import { type OffsetAt, readingAt } from "#domain/base/local-time";
import { type Answers, type Question, questions } from "#domain/registers/incidents/assessment";
import type { IcoAnswer } from "#domain/registers/incidents/ico-answers";
import type { EntryKind } from "#domain/registers/incidents/kinds";
import { lawNotices } from "#domain/registers/incidents/law/clocks";
import { hasNhsGrid, nhsGrade } from "#domain/registers/incidents/nhs-grid";
import { type NoticeNoted, noticesFor } from "#domain/registers/incidents/notices-due";
import type { IncidentReport } from "#domain/registers/incidents/report";
import { withoutNamed } from "#domain/registers/screened";
import { objectsOf } from "../../../base/database.ts";
import { msIn } from "../../../base/instants.ts";
import { listIn } from "../../../base/rows.ts";
import { iso } from "../../../base/time.ts";
import { offsetMs } from "../../../base/time-zone.ts";
import { answersIn } from "../../../clinic/four-answers.ts";
import { trainingOf } from "../../training/training-of.ts";
import { lawAnswersIn } from "../law/answers.ts";

/** The parts of a version that come of rows beside the incident's own. People stand in them by number alone. */

export const offsetIn =
  (clinic: pb.Record): OffsetAt =>
  (ms) =>
    offsetMs(clinic.getString("timeZone"), ms) / 60_000;

/** A JSON column that holds an object; empty where it was never set. */
export function objectIn<Value>(row: pb.Record, field: string): { readonly [key: string]: Value } {
  const text = row.getString(field);
  return text === "" || text === "null" ? {} : (JSON.parse(text) as { [key: string]: Value });
}

export function peopleOf(app: pb.App, breach: pb.Record) {
  const select = `SELECT count(*) AS toBeTold, coalesce(sum(toldAt <> ''), 0) AS told FROM breach_people
     WHERE breach = {:id} AND toBeTold = TRUE`;
  const [row] = objectsOf<{ toBeTold: number; told: number }>(app, ["toBeTold", "told"], select, {
    id: breach.id,
  });
  return row ?? { toBeTold: 0, told: 0 };
}

/** Staff involved, without names; trained at the day it happened, else at the day it was noticed. */
export function staffOf(
  app: pb.App,
  clinic: pb.Record,
  breach: pb.Record,
  nowMs: number,
): IncidentReport["staff"] {
  const ms = msIn(breach, "occurredFrom") ?? msIn(breach, "noticedAt") ?? nowMs;
  const on = readingAt(ms, offsetIn(clinic)).slice(0, 10);
  return listIn<string>(breach, "senders").map((user, i) => {
    const { trained, lastCompletedOn } = trainingOf(app, user, on);
    return { label: `Staff member ${i + 1}`, trainedWithinTwoYears: trained, lastCompletedOn };
  });
}

/** Who answers for the clinic; '' where nobody is named. */
export function leadOf(app: pb.App, clinic: pb.Record): { name: string; email: string } {
  const lead = clinic.getString("lead");
  const [person] = app.findRecordsByFilter("users", "id = {:lead}", "", 1, 0, { lead });
  return { name: person?.getString("name") ?? "", email: person?.email() ?? "" };
}

export function assessmentOf(clinic: pb.Record, breach: pb.Record): IncidentReport["assessment"] {
  const answers = objectIn<string>(breach, "answers") as Answers;
  const asked = Object.values(questions) as Question[];
  const grade = nhsGrade({
    likelihood: breach.getInt("nhsLikelihood"),
    impact: breach.getInt("nhsImpact"),
    form: objectIn<IcoAnswer>(breach, "form"),
    answers,
    contained: breach.getString("containedAt") !== "",
  });
  return {
    version: breach.getString("assessmentVersion"),
    answers: asked.flatMap(({ id, text: question, answers: labels }) => {
      const answer = (answers as { [id: string]: string })[id];
      return answer === undefined ? [] : [{ id, question, answer: labels[answer] ?? answer }];
    }),
    // England's grid in England alone, though it was graded while other answers stood.
    nhs: grade && hasNhsGrid(answersIn(clinic)) ? { ...grade } : null,
  };
}

export function noticesOf(clinic: pb.Record, breach: pb.Record): IncidentReport["otherNotices"] {
  const noted = objectIn<NoticeNoted>(breach, "otherNotices");
  const answers = answersIn(clinic);
  const lawful = lawNotices(answers, { ...lawAnswersIn(breach), noted });
  const profile = { insured: false, commissioned: false, ...objectIn<boolean>(clinic, "profile") };
  return noticesFor({ ...answers, profile }, noted, lawful).map(({ id, text }) => {
    const { done = false, at = "", note = "" } = noted[id] ?? {};
    return { id, text, done, at: at === "" ? null : at, note };
  });
}

export function accountsOf(app: pb.App, breach: pb.Record): IncidentReport["accounts"] {
  const columns = ["all", "informed", "reset", "confirmed"] as const;
  const select = `SELECT count(*) AS "all", coalesce(sum(informedAt <> ''), 0) AS informed, coalesce(sum(resetAt <> ''), 0) AS reset,
     coalesce(sum(confirmedAt <> ''), 0) AS confirmed FROM breach_accounts WHERE breach = {:id}`;
  const [row] = objectsOf<IncidentReport["accounts"]>(app, columns, select, { id: breach.id });
  return row ?? { all: 0, informed: 0, reset: 0, confirmed: 0 };
}

export function actionsOf(app: pb.App, breach: pb.Record): IncidentReport["actions"] {
  return app
    .findRecordsByFilter("actions", "breach = {:id} && cancelledAt = ''", "at,id", 0, 0, { id: breach.id })
    .map((action) => ({
      text: action.getString("text"),
      due: action.getString("due"),
      done: action.getString("doneAt") !== "",
      verified: action.getString("verifiedAt") !== "",
    }));
}

export function timelineOf(app: pb.App, breach: pb.Record): IncidentReport["timeline"] {
  const columns = ["at", "kind", "what", "text"] as const;
  const select = 'SELECT "at", kind, what, text FROM breach_entries WHERE breach = {:id} ORDER BY seq';
  return objectsOf<{ at: string; kind: EntryKind; what: string; text: string }>(app, columns, select, {
    id: breach.id,
    // What was written once stays; a detector that finds more since then leaves it out of the version.
  }).map((entry) => ({ ...entry, at: iso(entry.at), text: withoutNamed(entry.text) }));
}

export function evidenceOf(app: pb.App, breach: pb.Record): IncidentReport["evidence"] {
  const columns = ["sha256", "mime", "size", "at"] as const;
  const select =
    'SELECT sha256, mime, size, "at" FROM breach_evidence WHERE breach = {:id} ORDER BY "at", id';
  return objectsOf<IncidentReport["evidence"][number]>(app, columns, select, { id: breach.id }).map(
    (file) => ({
      ...file,
      at: iso(file.at),
    }),
  );
}
