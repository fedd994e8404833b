import type { AccountStep, AccountSystem } from "#domain/registers/incidents/kinds";
import type { IncidentState } from "#domain/registers/incidents/state";
import { counted } from "#lib/format/sentence.ts";
import { regulator } from "#lib/state/regulator.svelte.ts";

/** "INC-14"; one that not everybody sees has a number without an order, which nobody can count by. */
export const incidentName = (number: number): string =>
  number > 0 ? `INC-${number}` : `Confidential report ${-number}`;

export const stateWords: Readonly<
  Record<IncidentState, { word: string; state: "red" | "amber" | "green" | "grey" }>
> = {
  reported: { word: "not decided", state: "amber" },
  breach: { word: "breach", state: "red" },
  "near-miss": { word: "near miss", state: "grey" },
  withdrawn: { word: "neither", state: "grey" },
  closed: { word: "closed", state: "green" },
};

export const systemWords: Readonly<Record<AccountSystem, string>> = {
  clinical: "Clinical system",
  mail: "Mail",
  website: "Website",
  ours: "Chaperone",
};

export const stepWords: Readonly<Record<AccountStep, { todo: string; done: string }>> = {
  informed: { todo: "Informed", done: "informed" },
  reset: { todo: "Reset", done: "reset" },
  confirmed: { todo: "Confirmed", done: "confirmed" },
};

export const originWords: Readonly<Record<string, string>> = {
  report: "Reported",
  told: "Told by somebody",
  "mail-attempt": "Opened from a mail attempt",
  "log-entry": "Opened from a log entry",
  processor: "Told by a supplier",
};

/** What a clock asks for. */
export const clockTitle = ({
  clock,
  unanswered,
}: {
  readonly clock: "provisional" | "ico";
  readonly unanswered: boolean;
}): string => {
  if (unanswered) return "Nobody answered for 72 hours: decide now";
  return clock === "provisional"
    ? "Possible breach: decide"
    : `Breach: tell the ${regulator.short} or say why not`;
};

/** "3 people", "nobody counted yet". */
export const peopleWords = (count: number): string =>
  count < 0 ? "number of people not known yet" : counted(count, "person", "people");
