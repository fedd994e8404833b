import { milliseconds, policy } from "#domain/policy";
import { drawn } from "#domain/registers/audits/sample";
import { weekAfter, weekOf } from "#domain/registers/reviews/week";
import { nowMs } from "../../base/clock.ts";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { newRecord, writeRow } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { sealRows } from "../../ledger/chain/row-baseline.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { guardedAmong } from "../../ledger/offers.ts";
import { switchedOff } from "../in-use.ts";
import { drawnAtMost } from "./in-sample.ts";

/** Accesses to records, and what people decided in mail. Kinds stay on an event that was erased, so a draw can be repeated. */
export const drawnFrom = "(kind >= 'record.' AND kind < 'record/' OR kind = 'mail.outcome')";

/** Where a week's events end: the last that came before an instant. */
interface End {
  readonly seq: number;
  readonly hash: string;
}

/** The last event that came before an instant; seq 0 where none did. */
export function lastBefore(app: pb.App, instant: string): End {
  const select = `SELECT seq, hash FROM events WHERE seq = (SELECT max(last) FROM ledger_days WHERE day < {:day})
    OR seq = (SELECT max(seq) FROM events WHERE receivedAt < {:instant}
      AND seq >= coalesce((SELECT min(first) FROM ledger_days WHERE day = {:day}), 9e15))
    ORDER BY seq DESC LIMIT 1`;
  const [end] = objectsOf<End>(app, ["seq", "hash"], select, { instant, day: instant.slice(0, 10) });
  return end ?? { seq: 0, hash: "" };
}

/** Seqs of a stretch's accesses and mail decisions, in the order in which they came. */
export const populationOf = (app: pb.App, after: number, upTo: number): number[] =>
  rowsOf(
    app,
    ["seq"],
    `SELECT seq FROM events WHERE seq > {:after} AND seq <= {:upTo} AND ${drawnFrom} ORDER BY seq`,
    { after, upTo },
  ).map(([seq]) => Number(seq));

/** Draws the samples of the weeks that are over and have none, the oldest first: each once, whoever asks how often. */
export function drawDue(app: pb.App): void {
  if (switchedOff(app).includes("audits")) return;
  const at = nowMs();
  const time = clinicTime(app);
  const monday = weekOf(time.date(at));
  let week = weekOf(time.date(at - milliseconds(policy.sampleDrawnBack)));
  for (; week < monday; week = weekAfter(week)) {
    if (isDrawn(app, week) || !begunBy(app, time.start(weekAfter(week)))) continue;
    inLedgerTransaction(app, (tx) => {
      if (!isDrawn(tx, week)) draw(tx, week);
    });
  }
}

const isDrawn = (app: pb.App, week: string): boolean =>
  rowsOf(app, ["id"], "SELECT id FROM samples WHERE weekOf = {:week}", { week }).length > 0;

/** Whether anything at all was recorded by then. */
const begunBy = (app: pb.App, ms: number): boolean => lastBefore(app, new Date(ms).toISOString()).seq > 0;

/** @param week - Its Monday, a civil date at the clinic. */
function draw(tx: pb.App, week: string): void {
  const { start } = clinicTime(tx);
  const instant = (date: string) => new Date(start(date)).toISOString();
  const before = lastBefore(tx, instant(week));
  const head = lastBefore(tx, instant(weekAfter(week)));
  const seqs = populationOf(tx, before.seq, head.seq);
  const sample = newRecord(tx, "samples", {
    id: newId(),
    weekOf: week,
    afterSeq: before.seq,
    upToSeq: head.seq,
    headHash: head.hash,
    population: seqs.length,
    drawnAt: stored(new Date(nowMs()).toISOString()),
  });
  saveAct(tx, sample, "draw", { user: "" });
  const items = taken(tx, seqs, head.hash).map((event, position) => ({
    id: newId(),
    sample: sample.id,
    position,
    event,
    version: 1,
  }));
  for (const item of items) writeRow(tx, newRecord(tx, "sample_items", item));
  const rows = items
    .map(({ id }) => ({ collection: "sample_items", id }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (rows.length > 0) sealRows(tx, "sample-draw", rows);
}

/** The first of the draw that are there to be looked at by everybody who reads the log, and those in reserve. */
function taken(tx: pb.App, seqs: readonly number[], hash: string): number[] {
  const found: number[] = [];
  for (const place of drawn(seqs.length, hash, $security.sha256)) {
    if (found.length === drawnAtMost) break;
    const seq = seqs[place] as number;
    if (isThere(tx, seq)) found.push(seq);
  }
  return found;
}

/** Neither erased nor of a case that is kept apart. */
function isThere(tx: pb.App, seq: number): boolean {
  const select = "SELECT trace FROM events WHERE seq = {:seq} AND orderedBy = 0";
  const [row] = rowsOf(tx, ["trace"], select, { seq });
  if (!row) return false;
  const trace = String(row[0]);
  return trace === "" || guardedAmong(tx, [trace]).length === 0;
}
