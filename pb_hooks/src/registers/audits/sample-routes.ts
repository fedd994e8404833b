import type * as z from "zod/mini";
import { type againAnswer, isDrawnSo, type sampleAnswer } from "#domain/registers/audits/sample";
import { weekAfter } from "#domain/registers/reviews/week";
import { caller } from "../../base/caller.ts";
import { rowsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { recordReading } from "../../ledger/read/reading.ts";
import { requireOn } from "../in-use.ts";
import { lastBefore, populationOf } from "./draw.ts";
import { type StoredSample, sampledWeeks, sampleFor, storedSample } from "./sample-items.ts";

/** Weeks that the page offers. */
const weeksOffered = 60;

/** `GET /samples?week=2026-11-23`: a week's sample, the newest where none is named. Its entries are the log's: a reading. */
export function sample(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  requireOn(e.app, "audits");
  const found = sampleFor(e.app, weekIn(e), person);
  if (found && found.items.length > 0) recordReading(e.app, person, "sample", {});
  const answer: z.infer<typeof sampleAnswer> = { sample: found, weeks: sampledWeeks(e.app, weeksOffered) };
  e.json(200, answer);
}

/** `GET /samples/again?week`: draws it again by the rule, from the log as it stands, for the lead. */
export function again(e: pb.RequestEvent): void {
  caller(e, ["dpo"]);
  requireOn(e.app, "audits");
  const kept = storedSample(e.app, weekIn(e));
  if (!kept) throw new NotFoundError("There is no sample of that week.");
  e.json(200, drawnAgain(e.app, kept));
}

function drawnAgain(app: pb.App, kept: StoredSample): z.infer<typeof againAnswer> {
  const { start } = clinicTime(app);
  const instant = (date: string) => new Date(start(date)).toISOString();
  const before = lastBefore(app, instant(kept.weekOf));
  const head = lastBefore(app, instant(weekAfter(kept.weekOf)));
  const other = (why: string) => ({ same: false, passed: 0, why });
  if (head.seq !== kept.upToSeq || head.hash !== kept.headHash)
    return other("The entry that drew is not the last one before the week was over.");
  const seqs = populationOf(app, before.seq, head.seq);
  if (before.seq !== kept.afterSeq || seqs.length !== kept.population)
    return other("The week does not hold as many accesses and mail decisions as were drawn from.");
  const places = new Map(seqs.map((seq, place) => [seq, place]));
  const select = "SELECT event FROM sample_items WHERE sample = {:sample} ORDER BY position";
  const wanted = rowsOf(app, ["event"], select, { sample: kept.id }).map(
    ([seq]) => places.get(Number(seq)) ?? -1,
  );
  const { same, passed } = isDrawnSo(wanted, seqs.length, head.hash, $security.sha256);
  return { same, passed, why: same ? "" : "What it holds is not what the rule draws." };
}

function weekIn(e: pb.RequestEvent): string {
  const { week = "" } = e.requestInfo().query;
  if (!/^(?:\d{4}-\d\d-\d\d)?$/.test(week))
    refuse("week", "invalid_format", "A week is named by its Monday.");
  return week;
}
