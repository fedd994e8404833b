import type { AccountStep, AccountSystem } from "#domain/registers/incidents/kinds";
import type { ClosingGap, IncidentState } from "#domain/registers/incidents/state";
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

export const gapWords: Readonly<Record<ClosingGap, string>> = {
  "not-triaged": "Nobody has decided whether it is a breach",
  "not-assessed": "The questions of the assessment are not answered",
  "not-decided": "The controller has not decided",
  "ico-not-told": "The regulator is to be told, and has not been",
  "people-not-told": "People are to be told, and not all have been",
  "not-contained": "It does not say when and how it was contained",
  "cause-unknown": "The cause is not known",
  "actions-open": "Actions are not done",
  "actions-not-verified": "Actions are done and not verified",
  "accounts-open": "Accounts on the worklist are not confirmed",
  "law-owed": "The regulator of care or the person harmed is still owed word",
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
