import { provisionalStart } from "#domain/breach/clock";
import type { EventRow } from "#domain/ledger";
import { objectsOf, rowsOf } from "../ledger/database.ts";
import { openIncident } from "./open-incident.ts";

type Mail = Pick<
  EventRow,
  "seq" | "kind" | "user" | "browser" | "occurredAt" | "receivedAt" | "trace" | "detail"
>;
const columns = ["seq", "kind", "user", "browser", "occurredAt", "receivedAt", "trace", "detail"] as const;

/**
 * Opens an incident for every attempt of a batch that went outside anyway with strong evidence: in the transaction that
 * stores it, once a trace.
 *
 * @param traces - Traces of the events just stored.
 */
export function openFromMail(tx: pb.App, traces: readonly string[]): void {
  if (traces.length === 0) return;
  const rows = objectsOf<Mail>(
    tx,
    columns,
    `SELECT ${columns.join(", ")} FROM events INDEXED BY idx_events_trace
     WHERE trace IN (SELECT value FROM json_each({:traces})) AND trace <> '' AND kind IN ('mail.held', 'mail.outcome')
       AND detail <> '' ORDER BY seq`,
    { traces: JSON.stringify(traces) },
  );
  for (const outcome of rows) {
    if (!wentAnyway(outcome)) continue;
    const held = rows.find(
      (one) => one.trace === outcome.trace && one.browser === outcome.browser && toOutside(one) > 0,
    );
    if (held && !isKnown(tx, outcome.trace)) open(tx, held, outcome);
  }
}

function wentAnyway({ kind, detail }: Mail): boolean {
  if (kind !== "mail.outcome") return false;
  const { outcome, strength } = JSON.parse(detail) as { outcome: string; strength: string };
  return outcome === "sent-anyway" && strength === "strong";
}

/** Recipients outside; one that can't be resolved counts as outside. */
function toOutside({ kind, detail }: Mail): number {
  if (kind !== "mail.held") return 0;
  const { recipients } = JSON.parse(detail) as { recipients: { outside: number; unknown: number } };
  return recipients.outside + recipients.unknown;
}

const isKnown = (tx: pb.App, trace: string): boolean =>
  rowsOf(tx, ["n"], "SELECT 1 AS n FROM breaches WHERE trace = {:trace}", { trace }).length > 0;

function open(tx: pb.App, held: Mail, outcome: Mail): void {
  const start = provisionalStart(Date.parse(outcome.occurredAt), Date.parse(outcome.receivedAt));
  const outside = toOutside(held);
  const recipients = outside === 1 ? "1 recipient" : `${outside} recipients`;
  openIncident(
    tx,
    {
      kind: "wrong-person",
      origin: "mail-attempt",
      title: "Patient document sent outside anyway",
      text: `A document with strong evidence of a patient was held and then sent anyway to ${recipients} outside.`,
      noticedAt: outcome.receivedAt,
      occurredFrom: outcome.occurredAt > outcome.receivedAt ? outcome.receivedAt : outcome.occurredAt,
      provisionalFrom: new Date(start).toISOString(),
      senders: outcome.user === "" ? [] : [outcome.user],
      sourceEvent: outcome.seq,
      trace: outcome.trace,
    },
    { user: "" },
  );
}
