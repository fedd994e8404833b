import type { EventRow } from "#domain/ledger/ledger";
import { attemptsIn, type MailEvent } from "#domain/registers/incidents/attempts";
import { objectsOf } from "../../../base/database.ts";
import { eventAt } from "../../../ledger/chain/event-rows.ts";

/** An event of a held document, or of what became of it. */
export type Mail = MailEvent & Pick<EventRow, "user" | "occurredAt" | "receivedAt">;

const columns = [
  "seq",
  "n",
  "kind",
  "user",
  "browser",
  "occurredAt",
  "receivedAt",
  "trace",
  "detail",
] as const;

/** All that is stored of attempts with these traces. */
export function mailOf(app: pb.App, traces: readonly string[]): Mail[] {
  return objectsOf<Mail>(
    app,
    columns,
    `SELECT ${columns.join(", ")} FROM events INDEXED BY idx_events_trace
     WHERE trace IN (SELECT value FROM json_each({:traces})) AND trace <> '' AND kind IN ('mail.held', 'mail.outcome')
       AND detail <> '' ORDER BY seq`,
    { traces: JSON.stringify(traces) },
  );
}

/**
 * The incident that began with one of these events. A confidential one and one about somebody are nobody's to meet: where
 * such a case took the place of the one that everybody expects, its absence would tell.
 */
export function caseOfEvents(app: pb.App, seqs: readonly number[]): pb.Record | undefined {
  const [row] = objectsOf<{ id: string }>(
    app,
    ["id"],
    `SELECT id FROM breaches WHERE sourceEvent IN (SELECT value FROM json_each({:seqs})) AND sourceEvent > 0
       AND confidential = FALSE AND about = '' ORDER BY number DESC LIMIT 1`,
    { seqs: JSON.stringify(seqs) },
  );
  return row && app.findRecordById("breaches", row.id);
}

/** The incident of the attempt that an event of mail belongs to: its document was held by one event, and settled by others. */
export function caseOfAttempt(
  app: pb.App,
  { seq, browser, trace }: Pick<EventRow, "seq" | "browser" | "trace">,
): pb.Record | undefined {
  const own = mailOf(app, trace === "" ? [] : [trace]).filter((one) => one.browser === browser);
  const attempt = attemptsIn(own).find((one) => [one.held, ...one.outcomes].some((each) => each.seq === seq));
  return caseOfEvents(app, [
    seq,
    ...(attempt ? [attempt.held, ...attempt.outcomes].map((one) => one.seq) : []),
  ]);
}

/** Who sent or did it by the log: people of the event that an incident began with, and of its attempt. */
export function loggedSenders(app: pb.App, sourceEvent: number): string[] {
  const event = sourceEvent > 0 ? eventAt(app, sourceEvent) : undefined;
  if (!event) return [];
  const attempt = mailOf(app, [event.trace]).filter(({ browser }) => browser === event.browser);
  return [event, ...attempt].map(({ user }) => user);
}

/** The trace for a new incident; '' where one has it already: the database holds each once. */
export function freeTrace(app: pb.App, trace: string): string {
  const taken = "trace = {:trace} && trace != '' && confidential = false && about = ''";
  return app.findRecordsByFilter("breaches", taken, "", 1, 0, { trace }).length === 0 ? trace : "";
}
