import { notAnswered } from "#domain/law/four-answers";
import type { Clinic } from "#lib/api/clinic.ts";
import type { Today } from "#lib/api/today.ts";
import { session } from "#lib/state/session.svelte.ts";

/** What waits for the person, by key, in the order of the first screen; the lead is asked about the clinic itself too. */
export function waitingKeys({ waiting }: Pick<Today, "waiting">, clinic: Clinic): Today["waiting"] {
  const lead = session.is("dpo");
  const unsaid = lead ? notAnswered(clinic).length : 0;
  return [
    ...(unsaid > 0 ? [{ what: "law", count: unsaid }] : []),
    ...waiting,
    ...(lead && !clinic.diskEncrypted ? [{ what: "disk", count: 1 }] : []),
  ];
}
