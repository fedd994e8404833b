import type { CaseFile } from "#lib/registers/incidents/api.ts";
import { beforeClosing } from "./before-closing.ts";
import { deciding } from "./deciding.ts";
import { type Around, type NextStep, stages } from "./step.ts";
import { telling } from "./telling.ts";

/**
 * What is next: first what the 72 hours wait for, then people, then what is missing before it can be closed. undefined of
 * a closed one. Nothing here is a gate: the regulator can be told at any step.
 */
export function nextStep(file: CaseFile, around: Around): NextStep | undefined {
  const { incident } = file;
  if (incident.state === "closed") return undefined;
  if (incident.triagedAt === "")
    return {
      title: "Decide what it is",
      why: "Was personal data disclosed, lost or changed that should not have been?",
      does: { asks: "verdict" },
      button: "",
      act: "breaches.triage",
      for: incident.holder,
      stage: stages.decided,
    };
  const ofBreach =
    incident.state === "breach" ? (deciding(file, around) ?? telling(file, around)) : undefined;
  return ofBreach ?? beforeClosing(file, around);
}
