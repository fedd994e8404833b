import { listed } from "#lib/format/sentence.ts";
import { moment } from "#lib/format/time.ts";
import type { Incident } from "#lib/registers/incidents/rows.ts";
import { peopleWords } from "./incident-words.ts";

/** A name within a sentence, whichever way its script runs (Unicode first strong isolate). */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** "held by Priya Raman; deputy Tom Reed", "with nobody". */
export function heldBy(
  { holder, deputy }: Pick<Incident, "holder" | "deputy">,
  nameOf: (id: string) => string,
): string {
  const first = holder === "" ? "held by nobody" : `held by ${isolated(nameOf(holder))}`;
  return deputy === "" ? first : `${first}; deputy ${isolated(nameOf(deputy))}`;
}

/** What an incident is and who has it, under its title. */
export function caseSentence(
  incident: Incident,
  nameOf: (id: string) => string,
  zone: string,
  nowMs: number,
): string {
  const types = incident.types.length > 0 ? `: ${listed(incident.types)}` : "";
  const people = incident.peopleCount >= 0 ? ` ${peopleWords(incident.peopleCount)}.` : "";
  const opened = `Opened ${moment(incident.openedAt, zone, nowMs)}, ${heldBy(incident, nameOf)}.`;
  return `${types}.${people} ${opened}${incident.confidential ? " Confidential." : ""}`;
}
