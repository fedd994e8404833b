import { expect, it } from "vitest";
import { answersNow, trainingThen } from "#lib/registers/incidents/words/known-facts.ts";
import { daysByPerson } from "#lib/registers/training/api.ts";
import { incidentWith } from "../incidents/case.ts";

const entry = (id: string, user: string, completedOn: string, corrects = "") => ({
  id,
  user,
  completedOn,
  corrects,
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
