import { expect, it } from "vitest";
import type { Person } from "#lib/api/people.ts";
import { answersNow, trainingThen } from "#lib/registers/incidents/words/known-facts.ts";
import { daysByPerson, type TrainingRow } from "#lib/registers/training/api.ts";
import { trainingByPerson, trainingSentence } from "#lib/registers/training/person-training.ts";
import { incidentWith } from "../incidents/case.ts";

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  role: "staff",
  practitioner: false,
  active: true,
  until: "",
  enrolled: true,
  invitedUntil: "",
  version: 1,
  ...more,
});
const entry = (
  id: string,
  user: string,
  completedOn: string,
  more: Partial<TrainingRow> = {},
): TrainingRow => ({
  id,
  user,
  what: "Data protection training",
  completedOn,
  corrects: "",
  reason: "",
  by: "lead",
  at: "2026-11-24T09:00:00.000Z",
  ...more,
});

it("says of each person what counts today, and what was corrected", () => {
  const entries = [
    entry("a", "tom", "2024-11-20"),
    entry("b", "tom", "2024-11-19", { corrects: "a", reason: "A day too late." }),
    entry("c", "una", "2026-01-05"),
    entry("d", "gone", "2026-01-05"),
  ];
  const people = [
    person("tom"),
    person("una"),
    person("vic"),
    person("gone", { active: false }),
    person("left", { active: false }),
    person("auditor", { role: "auditor" }),
  ];
  const rows = trainingByPerson(people, entries, "2026-11-20");
  expect(rows.map(({ person: { id }, now }) => [id, now])).toEqual([
    ["tom", "no"],
    ["una", "yes"],
    ["vic", "no-record"],
    ["gone", "yes"],
  ]);
  expect(rows[0]?.standing.map(({ id }) => id)).toEqual(["b"]);
  expect(rows[0]?.mended.map(({ wrong, by }) => [wrong.id, by.id])).toEqual([["a", "b"]]);
  expect(trainingSentence(rows)).toBe(
    "1 of 3 were trained within the last two years; of 1 there is no record.",
  );
});

it.each([
  ["2024-11-20", "yes", "2024-11-20", "Yes"],
  ["2024-11-19", "no", "2024-11-19", "No"],
  ["", "no-record", "", "Don't know"],
])("occurred 20 Nov 2026, completed %j: %s", (completed, trained, last, text) => {
  const incident = incidentWith({ occurredFrom: "2026-11-20T17:40:00.000Z", senders: ["tom"] });
  const training = daysByPerson(completed === "" ? [] : [entry("a", "tom", completed)]);
  const clinic = { timeZone: "Europe/London", profile: null } as never;
  expect(trainingThen({ incident }, { clinic, training }, 0)).toEqual([{ user: "tom", trained, last }]);
  const file = { incident, affected: [], actions: [] } as never;
  const asked = answersNow(file, { clinic, training, lead: { name: "", email: "" } }, 0);
  expect(asked.find(({ key }) => key === "staff_trained_2y")?.text.replace("’", "'")).toBe(text);
});
