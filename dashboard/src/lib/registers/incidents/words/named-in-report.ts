import { icoQuestions } from "#domain/registers/incidents/ico-questions";
import type { FieldMessages } from "#lib/api/problem.ts";

const places: Readonly<Record<string, string>> = {
  title: "Title",
  icoReference: "The regulator’s reference",
  ending: "How it ended",
  "law.care.reason": "Reason about the regulator of care",
  "law.candour.reason": "Reason about candour",
  "decisions.triage.reason": "Reason of the decision",
  "decisions.lead.reason": "Reason of the lead’s advice",
  "decisions.controller.reason": "Reason of the controller’s decision",
};

/** Where the detector found a patient named before a version is made: the place in words, and what to mend. */
export function namedInReport(fields: FieldMessages): { place: string; says: string }[] {
  return Object.entries(fields).map(([path, says]) => ({ place: placeOf(path), says }));
}

/** A place of a report in words, by its path in the snapshot. */
export function placeOf(path: string): string {
  const [part, rest = ""] = [path.split(".")[0], path.slice(path.indexOf(".") + 1)];
  if (part === "questions") return icoQuestions.find(({ key }) => key === rest)?.text ?? path;
  if (part === "timeline") return "A line of what happened";
  if (part === "actions") return `Action ${Number(rest) + 1}`;
  if (part === "otherNotices") return "A note on others to tell";
  if (part === "clinic") return "The clinic’s own facts, in the settings";
  return places[path] ?? path;
}
