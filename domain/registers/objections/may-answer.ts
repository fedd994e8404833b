import type { Role } from "../../roles.ts";

/** Who works here now, as far as an answer asks. */
export interface Answerers {
  /** Active managers and leads, by id. */
  readonly managers: readonly string[];
  /** Those of them who are lead. */
  readonly leads: readonly string[];
}

/** Who answers this person: the lead; what the lead says of themselves, somebody else who manages, where there is one. */
export function answerersOf(by: string, { managers, leads }: Answerers): readonly string[] {
  const others = (leads.includes(by) ? managers : leads).filter((id) => id !== by);
  return others.length > 0 ? others : leads;
}

/** Why this person may not answer it, as a sentence; undefined where they may. */
export function whyNotAnswer(
  actor: { readonly id: string; readonly role: Role },
  by: string,
  people: Answerers,
): string | undefined {
  if (answerersOf(by, people).includes(actor.id)) return undefined;
  return actor.id === by ? "Somebody else answers what you say of yourself." : "The lead answers this.";
}
