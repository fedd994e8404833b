import type { CaseFile } from "#lib/registers/incidents/api.ts";
import { type Around, type NextStep, stages } from "./step.ts";

/** Where it was decided to tell: first the paper is read and frozen, then it is sent by somebody, then that is recorded. */
export function telling(
  { incident, reports }: CaseFile,
  { short, unanswered }: Around,
): NextStep | undefined {
  if (incident.icoSentAt !== "" || incident.controllerIco !== "tell") return undefined;
  const missing =
    unanswered === 0
      ? "Every question of the form has an answer."
      : `${unanswered} ${unanswered === 1 ? "answer is" : "answers are"} still missing; the report may go with them \u201cnot known yet\u201d.`;
  const decided = `It was decided to tell it: \u201c${incident.controllerReason}\u201d`;
  const common = {
    title: `Tell the ${short}`,
    act: "breaches.version",
    for: "",
    stage: stages.icoTold,
  } as const;
  return reports.length === 0
    ? {
        ...common,
        why: `${decided} ${missing}`,
        does: { checks: true },
        button: "Check the report",
      }
    : {
        ...common,
        act: "breaches.notify",
        why: `Version ${reports[0]?.number} is frozen. Send it in the form of the ${short}, then say here when that was. ${missing}`,
        does: { opens: "notify" },
        button: "It has been told",
      };
}
