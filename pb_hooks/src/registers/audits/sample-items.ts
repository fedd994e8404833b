import type { Sample, SampleItem } from "#domain/registers/audits/sample";
import type { Caller } from "../../base/caller.ts";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { hiddenFrom } from "../../ledger/offers.ts";
import { readsChain } from "../../ledger/read/shown-row.ts";
import { selvesOf } from "../events/about.ts";
import { requestBehind } from "../requests/worked.ts";
import { drawnFrom } from "./draw.ts";
import { inSample } from "./in-sample.ts";

interface StoredItem extends Omit<SampleItem, "own" | "explained"> {
  readonly trace: string;
}
const columns = [
  ...(["id", "version", "entry", "kind", "occurredAt", "user", "system", "recordRef", "detail"] as const),
  ...(["result", "note", "lookedBy", "lookedAt", "trace"] as const),
];

/** What a sample holds, as far as this person sees it, in the order in which it was drawn. */
export function itemsOf(app: pb.App, sample: string, person: Caller): SampleItem[] {
  const select = `SELECT i.id AS id, i.version AS version, e.id AS entry, e.kind AS kind, e.occurredAt AS occurredAt,
      e."user" AS user, e.system AS system, e.recordRef AS recordRef, e.detail AS detail, i.result AS result,
      i.note AS note, i.lookedBy AS lookedBy, i.lookedAt AS lookedAt, e.trace AS trace
    FROM sample_items i JOIN events e ON e.seq = i.event WHERE i.sample = {:sample} ORDER BY i.position`;
  const hidden = hiddenFrom(app, person);
  const selves = selvesOf(app, person.id);
  const { date } = clinicTime(app);
  return inSample(app, objectsOf<StoredItem>(app, columns, select, { sample }))
    .filter(({ trace }) => trace === "" || !hidden.includes(trace))
    .map(({ trace: _, ...item }) => ({
      ...item,
      lookedAt: iso(item.lookedAt),
      explained: requestBehind(app, { ...item, day: date(Date.parse(item.occurredAt) || 0) }),
      own: item.user !== "" && selves.includes(item.user),
    }));
}

/** A sample as it was drawn. */
export interface StoredSample {
  readonly id: string;
  readonly weekOf: string;
  readonly afterSeq: number;
  readonly upToSeq: number;
  readonly headHash: string;
  readonly population: number;
  readonly drawnAt: string;
}
export const sampleColumns = [
  "id",
  "weekOf",
  "afterSeq",
  "upToSeq",
  "headHash",
  "population",
  "drawnAt",
] as const;

/** A week's sample as it was drawn; the newest where no week is named. */
export function storedSample(app: pb.App, week: string): StoredSample | undefined {
  const where = week === "" ? "TRUE" : "weekOf = {:week}";
  const select = `SELECT ${sampleColumns.join(", ")} FROM samples WHERE ${where} ORDER BY weekOf DESC LIMIT 1`;
  return objectsOf<StoredSample>(app, sampleColumns, select, { week })[0];
}

/** The same with what it holds; the chain's number is the lead's, and nobody counts what they are not shown. */
export function sampleFor(app: pb.App, week: string, person: Caller): Sample | null {
  const sample = storedSample(app, week);
  if (!sample) return null;
  const { id, weekOf, afterSeq, upToSeq, headHash, population, drawnAt } = sample;
  const lead = readsChain(person);
  return {
    id,
    weekOf,
    drawnAt: iso(drawnAt),
    of: population - hiddenIn(app, person, afterSeq, upToSeq),
    // With all of it and the number of entries anybody draws again, and finds that there are more than they are shown.
    headHash: lead ? headHash : headHash.slice(0, 12),
    head: lead ? upToSeq : null,
    items: itemsOf(app, id, person),
  };
}

function hiddenIn(app: pb.App, person: Caller, after: number, upTo: number): number {
  const traces = JSON.stringify(hiddenFrom(app, person));
  const select = `SELECT count(*) AS n FROM events INDEXED BY idx_events_trace
    WHERE trace IN (SELECT value FROM json_each({:traces})) AND trace <> '' AND seq > {:after} AND seq <= {:upTo}
      AND ${drawnFrom}`;
  return Number(rowsOf(app, ["n"], select, { traces, after, upTo })[0]?.[0]);
}

/** Mondays of the weeks that have one, the newest first. @param most - So many of them. */
export const sampledWeeks = (app: pb.App, most: number): string[] =>
  rowsOf(app, ["weekOf"], "SELECT weekOf FROM samples ORDER BY weekOf DESC LIMIT {:most}", { most }).map(
    ([week]) => String(week),
  );
