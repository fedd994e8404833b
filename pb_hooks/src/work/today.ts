import type { TodayAnswer } from "#domain/clinic/today";
import { milliseconds, policy } from "#domain/policy";
import { owedOf } from "#domain/work/desk";
import { type Caller, caller } from "../base/caller.ts";
import { objectsOf, rowsOf } from "../base/database.ts";
import { reading } from "../base/once.ts";
import { before, iso } from "../base/time.ts";
import { midnightIn } from "../base/time-zone.ts";
import { blindSpotsOf, liveBrowsers } from "../clinic/blind-spots.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { currentNotice, shownTo } from "../clinic/notice.ts";
import { contradictedPoints } from "../ledger/chain/checkpoint.ts";
import { newestReadBack } from "../ledger/expiry/backups.ts";
import { faultsFound, lastChecked } from "../ledger/expiry/checked.ts";
import { clockState } from "../ledger/ingest/clock-state.ts";
import { hiddenFrom } from "../ledger/offers.ts";
import { doubtfulKinds } from "../ledger/read/doubtful.ts";
import { unattributedSince } from "../ledger/read/sums.ts";
import { brokenGlass } from "../people/break-glass.ts";
import { erasuresFor } from "../registers/events/waiting.ts";
import { decisionsFor } from "./my-work-route.ts";
import { owedFor } from "./owed.ts";
import { mailsFailing } from "./reminder-mail.ts";

/** `GET /today`: what the first screen shows, counted now (DESIGN.md 14). Staff get what concerns themselves. */
export function today(e: pb.RequestEvent): void {
  const person = caller(e);
  const answer = reading(() => todayFor(e.app, person, Date.now()));
  e.json(200, answer);
}

type Waiting = TodayAnswer["waiting"];

export function todayFor(app: pb.App, person: Caller, nowMs: number): TodayAnswer {
  const asOf = new Date(nowMs).toISOString();
  const notice = noticeFacts(app, person);
  const own = {
    asOf,
    clock: person.role === "dpo" ? clockInDoubt(app, nowMs) : null,
    notice,
    waiting: waitingOf(app, person, notice, nowMs),
    owed: owedOf(owedFor(app, person, nowMs), nowMs),
    decideToday: decisionsFor(app, person),
    erasures: erasuresFor(app, person, nowMs),
  };
  if (person.role === "staff") {
    return { ...own, coverage: null, blind: null, doubtful: null, unattributed: null, mail: null };
  }
  const midnight = midnightIn(clinicOf(app)?.getString("timeZone") ?? "UTC", nowMs);
  const weekAgo = before(nowMs, policy.weekOfFigures);
  return {
    ...own,
    coverage: coverage(app, midnight),
    blind: blindSpotsOf(app, midnight, nowMs),
    doubtful: doubtfulKinds(app, "", hiddenFrom(app, person)).map(({ kind, n }) => ({ kind, count: n })),
    unattributed: unattributedSince(app, weekAgo),
    mail: mailOf(app, weekAgo),
  };
}

function clockInDoubt(app: pb.App, nowMs: number): TodayAnswer["clock"] {
  const state = clockState(app, nowMs);
  return state.is === "right" ? null : { ...state, now: new Date(nowMs).toISOString() };
}

function coverage(app: pb.App, midnight: string) {
  const live = liveBrowsers(app);
  return { seen: live.filter(({ lastSeen }) => iso(lastSeen) >= midnight).length, of: live.length };
}

function mailOf(app: pb.App, from: string): TodayAnswer["mail"] {
  const all = objectsOf<{ outcome: string; count: number }>(
    app,
    ["outcome", "count"],
    `SELECT outcome, count(*) AS count FROM ledger_attempts INDEXED BY idx_ledger_attempts_at WHERE at >= {:from}
     GROUP BY outcome ORDER BY count DESC, outcome`,
    { from },
  );
  return {
    held: all.reduce((sum, { count }) => sum + count, 0),
    outcomes: all.filter(({ outcome }) => outcome !== "open"),
  };
}

function noticeFacts(app: pb.App, person: Caller): TodayAnswer["notice"] {
  const number = currentNotice(app)?.getInt("number") ?? 0;
  const shown = number === 0 ? new Set<string>() : shownTo(app, number);
  const select =
    "SELECT id, name FROM users WHERE active = TRUE AND role <> 'auditor' ORDER BY name COLLATE NOCASE, id";
  const people = objectsOf<{ id: string; name: string }>(app, ["id", "name"], select);
  return {
    number,
    shownToMe: shown.has(person.id),
    notShown: person.role === "staff" ? null : number === 0 ? [] : people.filter(({ id }) => !shown.has(id)),
  };
}

/** Only what this person can do something about. */
function waitingOf(app: pb.App, person: Caller, notice: TodayAnswer["notice"], nowMs: number): Waiting {
  const waiting: Waiting = [];
  if (notice.number > 0 && !notice.shownToMe && person.role !== "auditor") {
    waiting.push({ what: "read-notice", count: 1 });
  }
  if (notice.number === 0 && person.role === "dpo") waiting.push({ what: "record-notice", count: 1 });
  const failing = person.role === "dpo" ? mailsFailing(app, hiddenFrom(app, person)) : 0;
  if (failing > 0) waiting.push({ what: "mail-failing", count: failing });
  const unsaved = person.role === "dpo" ? daysWithoutBackup(app, nowMs) : 0;
  if (unsaved > 0) waiting.push({ what: "backup", count: unsaved });
  if (person.role === "dpo" || clinicOf(app)?.getString("lead") === person.id) {
    const { opened, cases, lead } = brokenGlass(app, before(nowMs, policy.weekOfFigures));
    if (lead > 0) waiting.push({ what: "break-glass-lead", count: lead });
    if (cases > 0) waiting.push({ what: "break-glass-cases", count: cases });
    if (opened > 0) waiting.push({ what: "break-glass", count: opened });
  }
  const faults = person.role === "dpo" ? logFaults(app) : 0;
  if (faults > 0) waiting.push({ what: "log-contradicted", count: faults });
  if (person.role === "manager" || person.role === "dpo") {
    const unmapped = countOf(
      app,
      `SELECT count(DISTINCT system || ' ' || account) AS n FROM ledger_accounts AS e WHERE day >= {:from} AND system <> '' AND NOT EXISTS
         (SELECT 1 FROM system_accounts AS a WHERE a.system = e.system AND a.account = e.account AND a.user <> '')`,
      { from: before(nowMs, policy.weekOfFigures).slice(0, 10) },
    );
    if (unmapped > 0) waiting.push({ what: "map-accounts", count: unmapped });
    const mismatched = countOf(
      app,
      "SELECT count(*) AS n FROM browsers WHERE chainMismatch = TRUE AND revoked = FALSE",
    );
    if (mismatched > 0) waiting.push({ what: "mismatch", count: mismatched });
  }
  return waiting;
}

/** How much contradicts the log: its own checkpoints as of now, and what the last look through the folder found. */
function logFaults(app: pb.App): number {
  const checked = lastChecked(app);
  return Math.max(contradictedPoints(app).length, checked ? faultsFound(checked) : 0);
}

/** Whole days since a backup was last made and read back, or else since the first event; 0 while that is in order. */
function daysWithoutBackup(app: pb.App, nowMs: number): number {
  const select = "SELECT receivedAt FROM events ORDER BY seq LIMIT 1";
  const since = newestReadBack(app)?.readAt ?? rowsOf(app, ["receivedAt"], select)[0]?.[0];
  const ms = since ? nowMs - Date.parse(String(since)) : 0;
  return ms > milliseconds(policy.backupReadBackWithin) ? Math.floor(ms / 86_400_000) : 0;
}

function countOf(app: pb.App, select: string, params: { [name: string]: unknown } = {}): number {
  return Number(rowsOf(app, ["n"], select, params)[0]?.[0] ?? 0);
}
