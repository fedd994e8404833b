import { readingAt } from "#domain/base/local-time";
import { isLate } from "#domain/registers/incidents/delay-reason";
import { type IcoAnswer, icoAnswers } from "#domain/registers/incidents/ico-answers";
import { lawNotices } from "#domain/registers/incidents/law/clocks";
import { noticesFor } from "#domain/registers/incidents/notices-due";
import { harmsInWords } from "#domain/registers/incidents/words";
import { type TrainedThen, trainedWithinTwoYears } from "#domain/registers/training/training";
import type { Clinic } from "#lib/api/clinic.ts";
import { offsetIn } from "#lib/format/offset-at.ts";
import type { CaseFile } from "#lib/registers/incidents/api.ts";
import { tellingOf } from "#lib/registers/incidents/words/telling-of.ts";

export type AnsweredQuestion = ReturnType<typeof icoAnswers>[number];

/** What the page knows besides the case. */
export type Around = {
  readonly clinic: Clinic;
  /** Civil dates of training by person. */
  readonly training: ReadonlyMap<string, readonly string[]>;
  readonly lead: { readonly name: string; readonly email: string };
};

/** The ICO's questions as they are answered now; a version freezes the same, made by the server. */
export function answersNow(
  file: CaseFile,
  { clinic, training, lead }: Around,
  nowMs: number,
): AnsweredQuestion[] {
  const { incident, affected, actions } = file;
  const offsetAt = offsetIn(clinic.timeZone);
  const owed = affected.filter(({ toBeTold }) => toBeTold);
  const lawful = lawNotices(clinic, { ...incident, noted: incident.otherNotices });
  const notices = noticesFor(clinic, incident.otherNotices, lawful);
  const told = notices.filter(({ id }) => incident.otherNotices[id]?.done);
  return icoAnswers({
    form: incident.form as Readonly<Record<string, IcoAnswer>>,
    text: incident.text,
    occurredFrom: incident.occurredFrom,
    detectedAt: incident.detectedAt,
    peopleCount: incident.peopleCount,
    recordsCount: incident.recordsCount,
    containedHow: incident.containedHow,
    harms: harmsInWords(incident.harms, incident.harmsOther),
    actions: actions
      .filter(({ cancelledAt }) => cancelledAt === "")
      .map(({ text, due, doneAt }) => ({ text, due, done: doneAt !== "" })),
    controllerPeople: incident.controllerPeople,
    highRisk: incident.answers.highRisk === "yes",
    peopleTold: owed.length > 0 && owed.every(({ toldAt }) => toldAt !== ""),
    othersTold: told.map(({ text }) => text),
    othersAsked: Object.keys(incident.otherNotices).length > 0,
    icoReference: incident.icoReference,
    followUp: incident.icoSentAt !== "",
    delayReason: incident.delayReason,
    late: isLate(tellingOf(incident), nowMs),
    trained: trainingThen(file, { clinic, training }, nowMs).map(({ trained }) => trained),
    clinicName: clinic.name,
    registration: clinic.registration,
    sector: clinic.sector,
    address: clinic.address,
    leadName: lead.name,
    leadEmail: lead.email,
    offsetAt,
  });
}

/** Training of a member of staff involved, at the day it happened, or where that is not known, was noticed. */
export type TrainingThen = {
  readonly user: string;
  readonly trained: TrainedThen;
  /** Civil date of the last completion up to that day; '' where there is none. */
  readonly last: string;
};

export function trainingThen(
  { incident }: Pick<CaseFile, "incident">,
  { clinic, training }: Pick<Around, "clinic" | "training">,
  nowMs: number,
): TrainingThen[] {
  const at = incident.occurredFrom || incident.noticedAt || new Date(nowMs).toISOString();
  const on = readingAt(Date.parse(at), offsetIn(clinic.timeZone)).slice(0, 10);
  return incident.senders.map((user) => {
    const days = training.get(user) ?? [];
    const last = days.filter((day) => day <= on).at(-1) ?? "";
    return { user, trained: trainedWithinTwoYears(on, days), last };
  });
}
