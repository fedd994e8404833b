import type { WaitingKind } from "#domain/clinic/today";
import { notAnswered } from "#domain/law/four-answers";
import type { Clinic } from "#lib/api/clinic.ts";
import type { Today } from "#lib/api/today.ts";
import { session } from "#lib/state/session.svelte.ts";

/** What waits, as the server says it, and what of the clinic itself the lead has not answered. */
export type WaitingKey = WaitingKind | "law" | "disk";
type Waiting = { readonly what: WaitingKey; readonly count: number };

/** What waits for the person, by key, in the order of the first screen. */
export function waitingKeys({ waiting }: Pick<Today, "waiting">, clinic: Clinic): Waiting[] {
  const lead = session.is("dpo");
  const unsaid = lead ? notAnswered(clinic).length : 0;
  const law: Waiting[] = unsaid > 0 ? [{ what: "law", count: unsaid }] : [];
  const disk: Waiting[] = lead && !clinic.diskEncrypted ? [{ what: "disk", count: 1 }] : [];
  return [...law, ...waiting, ...disk];
}
