import * as z from "zod/mini";
import { logGroups } from "#domain/ledger/log-groups";
import { saidBeside } from "#domain/registers/objections/objection";
import { act } from "./act.ts";
import { ask, download } from "./client.ts";

/** Where an entry stands in the chain. */
const link = z.object({
  seq: z.int(),
  v: z.int(),
  bodyHash: z.string(),
  prev: z.string(),
  hash: z.string(),
  orderedBy: z.int(),
  idDigest: z.string(),
  salt: z.string(),
});

/** A row of the ledger with the names that belong to its ids; empty is '' or 0. Its place in the chain is for the lead. */
export const entry = z.object({
  ...z.partial(link).shape,
  id: z.string(),
  kind: z.string(),
  receivedAt: z.string(),
  /** Erased or expired: nothing personal is left. */
  blanked: z.boolean(),
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
  userName: z._default(z.string(), ""),
  browserName: z._default(z.string(), ""),
  /** What the person whose entry it is said about it. */
  said: z.optional(z.array(saidBeside)),
});
export type Entry = z.infer<typeof entry>;
/** An entry as the lead is shown it. */
export type ChainedEntry = Entry & z.infer<typeof link>;

export const isChained = (row: Entry): row is ChainedEntry => row.seq !== undefined;

const pageOfLog = z.object({
  rows: z.array(entry),
  /** What `before` must be for the older page; null at the end. It serves for this person and this question alone. */
  next: z.nullable(z.string()),
  asOf: z.string(),
  /** How many entries of each group fit, 1,000 at the most, and the systems that there are: where it was asked. */
  counts: z.optional(z.record(z.enum(logGroups), z.int())),
  systems: z.optional(z.array(z.string())),
});
export type LogPage = z.infer<typeof pageOfLog>;

/** What the log is asked for; see domain/ledger/log-query.ts. Times are instants. */
export type LogQuestion = {
  readonly id?: string;
  readonly seq?: number;
  readonly user?: string;
  readonly record?: string;
  readonly ending?: string;
  readonly browser?: string;
  readonly unattributed?: "1";
  readonly kind?: string;
  readonly system?: string;
  readonly from?: string;
  readonly to?: string;
  readonly trace?: string;
  readonly doubtful?: "1";
  readonly counted?: "1";
  readonly before?: string | undefined;
  readonly limit?: number;
};

/** One page of the log, newest first. Asking is itself recorded. */
export const readLog = (question: LogQuestion) =>
  isOfRecord(question)
    ? ask(pageOfLog, "log", { method: "POST", body: inBody(question) })
    : ask(pageOfLog, "events", { query: question });

/** What is asked of one record stands in no address. */
const isOfRecord = ({ record, ending }: LogQuestion): boolean => record !== undefined || ending !== undefined;

function inBody(question: LogQuestion & { readonly format?: "csv" }): { readonly query: string } {
  const given = Object.entries(question).filter(([, value]) => value !== undefined);
  return { query: new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString() };
}

/** One entry by its id, or by its number for the lead; undefined where there is none that this person may see. */
export async function readEntry(entry: string): Promise<Entry | undefined> {
  const { rows } = await readLog({
    ...(entry.length < 15 ? { seq: Number(entry) } : { id: entry }),
    limit: 1,
  });
  return rows[0];
}

/** CSV of what the filter shows, made by the server and recorded as an export. */
export const exportLog = (question: LogQuestion, name: string) =>
  isOfRecord(question)
    ? download("log", {}, name, inBody({ ...question, format: "csv" }))
    : download("events", { ...question, format: "csv" }, name);

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
