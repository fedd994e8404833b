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

/**
 * What is said of a report that was sent, and whom it went to.
 *
 * @param number - Undefined for one that not everybody reads.
 * @param asked - Who was asked to decide it, or keeps it, as the server says; '' where nobody is here who could be.
 */
export function sentWords(number: number | undefined, asked: string): string {
  if (number === undefined)
    return `Your report is with ${asked || "the lead"}. Nobody else is shown that it exists.`;
  const whom = asked
    ? `${asked} was asked to decide what it is`
    : "Nobody who could decide it can sign in here now";
  return `Your report is INC-${number}. ${whom}.`;
}

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
