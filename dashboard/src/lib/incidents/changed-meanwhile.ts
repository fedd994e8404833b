import {
  adviceWords,
  causeWords,
  icoDecisionWords,
  inWords,
  kindWords,
  peopleDecisionWords,
  stateWords,
  verdictWords,
} from "#domain/breach/words";
import { type Incident, incidentRow } from "#lib/api/incident-rows.ts";
import { Problem, sentenceFor } from "#lib/api/problem.ts";
import { listed } from "#lib/format/sentence.ts";
import { moment } from "#lib/format/time.ts";

/** How a column of an incident is called within a sentence, and what it holds in words; without words it is named alone. */
type Column = {
  readonly name: string;
  readonly words?: Readonly<Record<string, string>> | "text" | "moment";
};

/** Columns without a name go along with another. */
const columns: Readonly<Partial<Record<keyof Incident, Column>>> = {
  state: { name: "the state", words: stateWords },
  title: { name: "the title", words: "text" },
  kind: { name: "the kind", words: kindWords },
  types: { name: "the type" },
  occurredFrom: { name: "when it happened", words: "moment" },
  occurredTo: { name: "until when it happened", words: "moment" },
  detectedAt: { name: "when it was detected", words: "moment" },
  awareAt: { name: "when the clinic became aware", words: "moment" },
  reportedInternallyAt: { name: "when it was told internally", words: "moment" },
  triageVerdict: { name: "whether it is a breach", words: verdictWords },
  triageReason: { name: "the reason of that decision", words: "text" },
  senders: { name: "who sent or did it" },
  holder: { name: "who holds it" },
  answers: { name: "the assessment" },
  leadAdvice: { name: "the lead’s advice", words: adviceWords },
  leadReason: { name: "the lead’s reason", words: "text" },
  controllerIco: { name: "the controller’s decision about the ICO", words: icoDecisionWords },
  controllerPeople: { name: "the controller’s decision about the people", words: peopleDecisionWords },
  controllerReason: { name: "the controller’s reason", words: "text" },
  icoSentAt: { name: "when the ICO was told", words: "moment" },
  icoReference: { name: "the ICO’s reference", words: "text" },
  cause: { name: "the cause", words: causeWords },
  containedAt: { name: "when it was contained", words: "moment" },
  containedHow: { name: "how it was contained", words: "text" },
  letter: { name: "the letter to the people" },
  peopleCount: { name: "the number of people", words: "text" },
  recordsCount: { name: "the number of records", words: "text" },
  otherNotices: { name: "the other notices" },
  form: { name: "answers to the ICO’s questions" },
  nhsLikelihood: { name: "the NHS grid" },
  nhsImpact: { name: "the NHS grid" },
};

/**
 * What somebody else changed while this person had the incident open, and what it says now; who did stands in the
 * refusal itself.
 *
 * @param zone - The clinic's, for the moments; `now` in milliseconds since 1970.
 */
export function changedMeanwhile(before: Incident, thrown: unknown, zone: string, now: number): string[] {
  if (!(thrown instanceof Problem) || thrown.code !== "changed-meanwhile") return [];
  const current = incidentRow.safeParse(thrown.current).data;
  if (current === undefined) return [];
  const changed = (Object.entries(columns) as [keyof Incident, Column][])
    .filter(([column]) => JSON.stringify(before[column]) !== JSON.stringify(current[column]))
    .map(([column, { name, words }]) => {
      const value = inPlainWords(current[column], words, zone, now);
      return value === "" ? name : `${name}: ${value}`;
    });
  return [...new Set(changed)];
}

function inPlainWords(
  value: Incident[keyof Incident],
  words: Column["words"],
  zone: string,
  now: number,
): string {
  if (words === undefined) return "";
  if (value === "" || value === -1) return "not known now";
  if (words === "moment") return moment(String(value), zone, now);
  return words === "text" ? String(value) : inWords(words, String(value));
}

/** A refusal with what changed, in one line, where there is no room for a list. */
export function conflictLine(before: Incident, thrown: unknown, zone: string, now: number): string {
  const changed = changedMeanwhile(before, thrown, zone, now);
  return [sentenceFor(thrown), changed.length > 0 ? `Changed: ${listed(changed)}.` : ""].join(" ").trim();
}
