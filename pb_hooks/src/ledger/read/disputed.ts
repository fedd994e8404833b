import type * as z from "zod/mini";
import type { details } from "#domain/ledger/event-kinds";
import type { EventRow } from "#domain/ledger/ledger";

type OutcomeDetail = z.infer<(typeof details)["mail.outcome"]>;

/** Documents that one file holds at most: the newest. */
export const disputedAtMost = 5_000;

/**
 * What was said to be no patient document, as `npm run bench:detector -- --disputed` reads it: what the detector's model saw,
 * how strong it was, what was said, and when. Neither who it was nor the sentence that he or she wrote.
 */
export function disputedLine(event: EventRow): string | undefined {
  if (event.kind !== "mail.outcome" || event.detail === "") return undefined;
  const { outcome, reason, strength, saw } = JSON.parse(event.detail) as OutcomeDetail;
  if (saw === undefined) return undefined;
  return JSON.stringify({
    kind: event.kind,
    occurredAt: event.occurredAt,
    detail: { outcome, reason, strength, saw },
  });
}

/** Sends the lines as a file. */
export function sendDisputed(e: pb.RequestEvent, day: string, lines: readonly string[]): void {
  const headers = e.response.header();
  headers.set("Content-Type", "application/jsonl; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Disposition", `attachment; filename="chaperone-disputed-${day}.jsonl"`);
  e.response.write(toBytes(lines.map((line) => `${line}\n`).join("")));
}
