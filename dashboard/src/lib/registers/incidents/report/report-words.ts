import type { AboutWhom, ReportKind, Slip } from "#domain/registers/incidents/kinds";
import type { MyReport } from "#lib/registers/incidents/reports.ts";
import { incidentName } from "#lib/registers/incidents/words/incident-words.ts";

export const kindOptions: readonly { readonly value: ReportKind; readonly label: string }[] = [
  { value: "wrong-person", label: "Something went to the wrong person" },
  { value: "lost-or-stolen", label: "Something is lost or stolen" },
  { value: "seen-without-need", label: "Someone saw what they had no need to see" },
  { value: "other", label: "Something else" },
];

export const aboutOptions: readonly { readonly value: AboutWhom | "no"; readonly label: string }[] = [
  { value: "manager", label: "Yes, a manager" },
  { value: "owner", label: "Yes, the owner" },
  { value: "somebody", label: "No, a colleague" },
  { value: "no", label: "No, nobody in particular" },
];

export const slipOptions: readonly { readonly value: Slip; readonly label: string }[] = [
  { value: "mine", label: "It was me" },
  { value: "own", label: "Somebody of my own: family, a friend, or whom I manage" },
  { value: "no", label: "Neither, or I don’t know" },
];

const states: Readonly<Record<string, string>> = {
  reported: "with the lead, not decided yet",
  breach: "a breach, being worked on",
  "near-miss": "a near miss, kept to learn from",
  withdrawn: "neither breach nor near miss",
  closed: "closed",
};

/** "INC-14", and what became of it. */
export const myReportWords = ({ number, state }: MyReport): { name: string; state: string } => ({
  name: incidentName(number),
  state: states[state] ?? state,
});
