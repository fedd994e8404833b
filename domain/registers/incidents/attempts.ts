import type { EventRow } from "../../ledger/ledger.ts";

/** What is needed of an event to know which attempt it belongs to. */
export type MailEvent = Pick<EventRow, "seq" | "n" | "kind" | "browser" | "trace" | "detail">;

/** A document that was held, and what became of it: a late check is settled twice, first as undecided. */
export interface Attempt<Event> {
  readonly held: Event;
  readonly outcomes: readonly Event[];
}

/**
 * Attempts by their events. One trace may have several: a letter that was taken out may be attached again, and is then
 * held once more. What belongs together is told by the browser's own counter, for events may arrive in any order; an
 * outcome that was counted before anything was held is of what was held next.
 */
export function attemptsIn<Event extends MailEvent>(events: readonly Event[]): Attempt<Event>[] {
  const documents = new Map<string, Event[]>();
  for (const event of events) {
    const document = `${event.browser} ${event.trace}`;
    documents.set(document, [...(documents.get(document) ?? []), event]);
  }
  return [...documents.values()].flatMap(attemptsOf);
}

function attemptsOf<Event extends MailEvent>(events: readonly Event[]): Attempt<Event>[] {
  const attempts: { held: Event; outcomes: Event[] }[] = [];
  const early: Event[] = [];
  for (const event of [...events].sort((one, other) => one.n - other.n)) {
    if (event.kind === "mail.held") attempts.push({ held: event, outcomes: early.splice(0) });
    else if (event.kind === "mail.outcome") (attempts[attempts.length - 1]?.outcomes ?? early).push(event);
  }
  return attempts;
}

/** A document that went to somebody outside although it was held with strong evidence of a patient. */
export interface WentOutside<Event> {
  /** What tells so, the first of the attempt. */
  readonly outcome: Event;
  /** Recipients outside; one that can't be resolved counts as outside. */
  readonly outside: number;
  /** Said to be no patient document: whether it was one is for whoever is on duty to say. */
  readonly disputed: boolean;
}

const went: readonly string[] = ["sent-anyway", "not-a-patient-document"];

/**
 * Whether a held document went outside with strong evidence, by either way on: this opens an incident (issue 4, item 2).
 * "It isn't a patient document" may be right, and then it is one more false alarm of the detector; were it to open none,
 * it would be the cheap way out.
 */
export function wentOutside<Event extends MailEvent>({
  held,
  outcomes,
}: Attempt<Event>): WentOutside<Event> | undefined {
  const { outside, unknown } = (
    JSON.parse(held.detail) as { recipients: { outside: number; unknown: number } }
  ).recipients;
  if (outside + unknown === 0) return undefined;
  for (const outcome of outcomes) {
    const told = JSON.parse(outcome.detail) as { outcome: string; strength: string };
    if (went.includes(told.outcome) && told.strength === "strong") {
      return { outcome, outside: outside + unknown, disputed: told.outcome !== "sent-anyway" };
    }
  }
  return undefined;
}
