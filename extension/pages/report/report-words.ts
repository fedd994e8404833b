import { readingAt } from "#domain/base/local-time";
import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import type { AboutWhom, ReportKind, Slip } from "#domain/registers/incidents/kinds";
import type { ReportAnswer } from "../../answers.ts";
import type { LastEvent } from "../../records/last-events.ts";
import { offsetIn } from "../../reports/offset-at.ts";
import { lastEventText } from "../words.ts";

/** Words of "Report an incident", as mock/extension NOTES gives them. */

export const kindOptions: readonly (readonly [ReportKind, string])[] = [
  ["wrong-person", "Something went to the wrong person"],
  ["lost-or-stolen", "Something is lost or stolen"],
  ["seen-without-need", "Someone saw what they had no need to see"],
  ["other", "Something else"],
];

export const aboutOptions: readonly (readonly [AboutWhom | "no", string])[] = [
  ["manager", "Yes, a manager"],
  ["owner", "Yes, the owner"],
  ["somebody", "No, a colleague"],
  ["no", "No, nobody in particular"],
];

export const slipOptions: readonly (readonly [Slip, string])[] = [
  ["mine", "It was me"],
  ["own", "Somebody of my own: family, a friend, or whom I manage"],
  ["no", "Neither, or I don’t know"],
];

/** 10:44, on the clinic's clocks. */
export const clockAt = (ms: number, zone: string): string => readingAt(ms, offsetIn(zone)).slice(11);

/** {lead}: who it is, or what the clinic calls the role while nobody is named. */
export const leadName = ({ lead }: PolicyAnswer["clinic"]): string => lead.name || `the ${lead.title}`;

/** "letter held; you removed it, 10:42" */
export function eventToAdd(event: LastEvent, zone: string): string {
  const text = lastEventText(event);
  return `${text[0]?.toLowerCase() ?? ""}${text.slice(1)}, ${clockAt(Date.parse(event.at), zone)}`;
}

/** Where what was written lies after it could not be sent. */
const keptSaid = {
  disk: "What you wrote is kept on this computer. Send it again when the server answers.",
  memory: "What you wrote is kept until the browser closes. Send it again when the server answers.",
  nowhere:
    "What you wrote is not kept, for others use this computer. Leave this open, or report in the dashboard.",
} as const;

export function notSent(why: "unreachable" | "not-paired" | "failed", kept: keyof typeof keptSaid): string {
  if (why === "not-paired") return "Not sent: this browser is no longer paired. Report in the dashboard.";
  const said = why === "failed" ? "Chaperone was updated" : "the clinic’s server did not answer";
  return `Not sent: ${said}. ${keptSaid[kept]}`;
}

/** What became of a report that was sent. */
export function sentSaid({ number, added }: ReportAnswer & { sent: true }, wanted: boolean): string {
  const about =
    number === null
      ? "Nobody else is shown that it exists."
      : `It is INC-${number}. They are asked today what it is.`;
  return wanted && !added ? `${about} Your last event could not be added to it.` : about;
}
