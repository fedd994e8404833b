import type { FourAnswers } from "#domain/law/four-answers";
import { type Calendar, type LawClockRow, lawClocks } from "#domain/registers/incidents/law/clocks";
import type { NoticeNoted } from "#domain/registers/incidents/notices-due";
import type { Caller } from "../../../base/caller.ts";
import { msIn } from "../../../base/instants.ts";
import { clinicTime } from "../../../clinic/clinic-time.ts";
import { answersOf } from "../../../clinic/four-answers.ts";
import { openCasesFor } from "../case-facts.ts";
import { objectIn } from "../versions/snapshot-parts.ts";
import { lawAnswersIn } from "./answers.ts";

/** Clocks of the clinic's own law in cases that this person may read. */
export function lawClocksFor(app: pb.App, person: Caller): { breach: pb.Record; clock: LawClockRow }[] {
  const answers = answersOf(app);
  if (!answers) return [];
  const calendar = calendarOf(app);
  return openCasesFor(app, person).flatMap((breach) =>
    clocksOf(breach, answers, calendar).map((clock) => ({ breach, clock })),
  );
}

/** Those of one case. */
export function lawClocksIn(app: pb.App, breach: pb.Record): LawClockRow[] {
  const answers = answersOf(app);
  return answers ? clocksOf(breach, answers, calendarOf(app)) : [];
}

function clocksOf(breach: pb.Record, answers: FourAnswers, calendar: Calendar): LawClockRow[] {
  const first = ["occurredFrom", "detectedAt", "provisionalFrom", "openedAt"].map((field) =>
    msIn(breach, field),
  );
  return lawClocks(
    answers,
    {
      state: breach.getString("state"),
      happenedMs: first.find((ms) => ms !== undefined) ?? 0,
      ...lawAnswersIn(breach),
      noted: objectIn<NoticeNoted>(breach, "otherNotices"),
    },
    calendar,
  );
}

function calendarOf(app: pb.App): Calendar {
  const { date, bounds } = clinicTime(app);
  return { date, endOf: (day) => Date.parse(bounds(day, day).to) + 1 };
}
