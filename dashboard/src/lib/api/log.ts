import * as z from "zod/mini";
import { act } from "./act.ts";
import { ask, download, pb } from "./client.ts";

/** A row of the ledger with the names that belong to its ids; empty is '' or 0. */
export const entry = z.object({
  seq: z.int(),
  v: z.int(),
  kind: z.string(),
  receivedAt: z.string(),
  bodyHash: z.string(),
  prev: z.string(),
  hash: z.string(),
  orderedBy: z.int(),
  idDigest: z.string(),
  id: z.string(),
  user: z.string(),
  account: z.string(),
  attribution: z.string(),
  browser: z.string(),
  n: z.int(),
  occurredAt: z.string(),
  sentAt: z.string(),
  system: z.string(),
  recordRef: z.string(),
  recordKind: z.string(),
  trace: z.string(),
  /** Canonical JSON text; '' on a tombstone. */
  detail: z.string(),
  salt: z.string(),
  userName: z._default(z.string(), ""),
  browserName: z._default(z.string(), ""),
});
export type Entry = z.infer<typeof entry>;

const pageOfLog = z.object({
  rows: z.array(entry),
  /** What `before` must be for the older page; null or 0 at the end. */
  next: z._default(z.nullable(z.int()), null),
  asOf: z.string(),
});
export type LogPage = z.infer<typeof pageOfLog>;

/** What the log is asked for; see domain/event-kinds.ts `logFilter`. Times are instants. */
export type LogQuestion = {
  readonly user?: string;
  readonly record?: string;
  readonly kind?: string;
  readonly system?: string;
  readonly from?: string;
  readonly to?: string;
  readonly trace?: string;
  readonly before?: number;
  readonly limit?: number;
};

/** One page of the log, newest first. Asking is itself recorded. */
export const readLog = (question: LogQuestion) => ask(pageOfLog, "events", { query: question });

/** CSV of what the filter shows, made by the server and recorded as an export. */
export const exportLog = (question: LogQuestion, name: string) =>
  download("events", { ...question, format: "csv" }, name);

/** The whole ledger, which `npm run verify` reads. */
export const exportLedger = (name: string) => download("ledger.jsonl", {}, name);

/**
 * Asks that one event's personal part be emptied for a ground; the link of the chain stays.
 *
 * @param alone - Why it can't wait for a second person, where the server says that there is none; else ''.
 * @returns Whether it is erased; else it waits for a second person.
 */
export async function eraseEvent(seq: number, ground: string, alone: string): Promise<boolean> {
  const answer = await act("events.erase", { seq, ground, ...(alone !== "" && { alone }) });
  return answer.seq !== undefined;
}

/** Calls back at each new event, and when a broken line stands again, until the returned function is called. */
export async function watchLedger(onNew: () => void): Promise<() => Promise<void>> {
  const stops = [
    await pb.realtime.subscribe("ledger", onNew),
    await pb.realtime.subscribe("PB_CONNECT", onNew),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
