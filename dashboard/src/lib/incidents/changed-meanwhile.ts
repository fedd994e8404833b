import { type Incident, incidentRow } from "#lib/api/incident-rows.ts";
import { Problem } from "#lib/api/problem.ts";
import { listed } from "#lib/format/sentence.ts";

/** How a column of an incident is called within a sentence; columns without a name go along with another. */
const labels: Readonly<Partial<Record<keyof Incident, string>>> = {
  state: "the state",
  title: "the title",
  kind: "the kind",
  types: "the type",
  occurredFrom: "when it happened",
  occurredTo: "until when it happened",
  detectedAt: "when it was detected",
  awareAt: "when the clinic became aware",
  reportedInternallyAt: "when it was told internally",
  triageVerdict: "whether it is a breach",
  triageReason: "the reason of that decision",
  senders: "who sent or did it",
  holder: "who holds it",
  answers: "the assessment",
  leadAdvice: "the lead’s advice",
  leadReason: "the lead’s reason",
  controllerIco: "the controller’s decision about the ICO",
  controllerPeople: "the controller’s decision about the people",
  controllerReason: "the controller’s reason",
  icoSentAt: "when the ICO was told",
  icoReference: "the ICO’s reference",
  cause: "the cause",
  containedAt: "when it was contained",
  containedHow: "how it was contained",
  peopleCount: "the number of people",
  recordsCount: "the number of records",
  otherNotices: "the other notices",
  form: "answers to the ICO’s questions",
  nhsLikelihood: "the NHS grid",
  nhsImpact: "the NHS grid",
};

/** What somebody else changed while this person had the incident open: "It now has another state and title." */
export function changedMeanwhile(before: Incident, thrown: unknown): string {
  if (!(thrown instanceof Problem) || thrown.code !== "changed-meanwhile") return "";
  const current = incidentRow.safeParse(thrown.current).data;
  if (current === undefined) return "";
  const changed = (Object.keys(labels) as (keyof Incident)[])
    .filter((column) => JSON.stringify(before[column]) !== JSON.stringify(current[column]))
    .map((column) => labels[column] ?? column);
  return changed.length === 0 ? "" : `Changed meanwhile: ${listed([...new Set(changed)])}.`;
}
