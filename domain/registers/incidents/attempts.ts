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

/** A patient's document that went to somebody outside although it was held. */
export interface WentOutside<Event> {
  /** What tells so, the first of the attempt. */
  readonly outcome: Event;
  /** Recipients outside; one that can't be resolved counts as outside. */
  readonly outside: number;
}

/** Whether a held document went outside anyway with strong evidence: this opens an incident (issue 4, item 2). */
export function wentOutside<Event extends MailEvent>({
  held,
  outcomes,
}: Attempt<Event>): WentOutside<Event> | undefined {
  const { outside, unknown } = (
    JSON.parse(held.detail) as { recipients: { outside: number; unknown: number } }
  ).recipients;
  if (outside + unknown === 0) return undefined;
  const outcome = outcomes.find(({ detail }) => {
    const told = JSON.parse(detail) as { outcome: string; strength: string };
    return told.outcome === "sent-anyway" && told.strength === "strong";
  });
  return outcome && { outcome, outside: outside + unknown };
}
