import { trainingTargetsFor } from "#domain/law/training";
import type { Draft } from "#domain/registers/reviews/item";
import { type ReviewedTraining, trainingItems } from "#domain/registers/training/for-review";
import {
  standingEntries,
  type TrainingEntry,
  trainedWithinTwoYears,
} from "#domain/registers/training/training";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import type { Arrived, Reviewing } from "../register.ts";

/** Who is in date, whose training ends, and who came. */
export function agendaOfTraining({ app, today, arrived }: Reviewing): Draft[] {
  const answers = answersOf(app);
  const toolkit = answers && trainingTargetsFor(answers).some(({ id }) => id === "training-dspt");
  return trainingItems(peopleOf(app, today, arrived), toolkit ? "95 %, to be confirmed" : "");
}

const msIn30Days = 30 * 86_400_000;

function peopleOf(app: pb.App, today: string, arrived: Arrived): ReviewedTraining[] {
  const soon = new Date(Date.parse(`${today}T00:00:00.000Z`) + msIn30Days).toISOString().slice(0, 10);
  const completed = completionsByPerson(app);
  const starters = startersIn(app, arrived);
  const select =
    "SELECT id FROM users WHERE active = TRUE AND role <> 'auditor' ORDER BY name COLLATE NOCASE, id";
  return rowsOf(app, ["id"], select).map(([id]) => {
    const user = String(id);
    const days = completed.get(user) ?? [];
    const inDate = trainedWithinTwoYears(today, days) === "yes";
    const endsSoon = inDate && trainedWithinTwoYears(soon, days) !== "yes";
    return { user, inDate, endsSoon, isNew: starters.has(user) };
  });
}

function completionsByPerson(app: pb.App): Map<string, string[]> {
  type Entry = TrainingEntry & { user: string };
  const select = "SELECT id, user, completedOn, corrects FROM training_entries";
  const days = new Map<string, string[]>();
  for (const { user, completedOn } of standingEntries(
    objectsOf<Entry>(app, ["id", "user", "completedOn", "corrects"], select),
  ))
    days.set(user, [...(days.get(user) ?? []), completedOn]);
  return days;
}

function startersIn(app: pb.App, { after, upTo }: Arrived): Set<string> {
  const select = `SELECT detail->>'id' AS id FROM events WHERE seq > {:after} AND seq <= {:upTo} AND kind = 'users.act'
     AND detail <> '' AND detail->>'action' IN ('invite', 'add')`;
  return new Set(rowsOf(app, ["id"], select, { after, upTo }).map(([id]) => String(id)));
}
