import { type ClockState, clockAt, confirmAction, longestSilence, standingJump } from "#domain/ledger/clock";
import { execute, objectsOf, rowsOf } from "../../base/database.ts";

/** Claim that holds up to which event the clock was found right: what is older is not looked at again. */
const lookedTo = "clock-looked-to";
/** Jumps looked at in one go: where more stand, the first is told and the rest when it is settled. */
const mostJumps = 500;
const msPerDay = 86_400_000;

/**
 * How the server's clock stands against the chain (domain/ledger/clock.ts). The first time on a ledger it reads all of it, a
 * second for a million events; then what came since.
 */
export function clockState(app: pb.App, nowMs: number): ClockState {
  const from = lookedUpTo(app);
  const jump = standingJump(jumpsSince(app, from), confirmedSince(app, from));
  return jump ? { is: "ahead", ...jump } : clockAt(nowMs, newestOf(app));
}

/** Keeps that the clock was found right up to this event, one that stood before `clockState` said so. */
export function rememberClock(app: pb.App, seq: number): void {
  execute(
    app,
    `INSERT INTO ledger_claims (name, until) VALUES ('${lookedTo}', {:seq})
     ON CONFLICT (name) DO UPDATE SET until = excluded.until`,
    { seq },
  );
}

function lookedUpTo(app: pb.App): number {
  const select = `SELECT until FROM ledger_claims WHERE name = '${lookedTo}'`;
  return Number(rowsOf(app, ["until"], select)[0]?.[0] ?? 0);
}

function newestOf(app: pb.App): { readonly seq: number; readonly receivedAt: string } {
  const select = "SELECT seq, receivedAt FROM events ORDER BY seq DESC LIMIT 1";
  const [row] = objectsOf<{ seq: number; receivedAt: string }>(app, ["seq", "receivedAt"], select);
  return row ?? { seq: 0, receivedAt: "" };
}

const jumpsSince = (app: pb.App, from: number) =>
  objectsOf<{ after: number; next: number; before: string; to: string }>(
    app,
    ["after", "next", "before", "to"],
    `SELECT p.seq AS after, e.seq AS next, p.receivedAt AS before, e.receivedAt AS "to"
     FROM events e INDEXED BY idx_events_seq JOIN events p INDEXED BY idx_events_seq ON p.seq = e.seq - 1
     WHERE e.seq > {:from} AND julianday(e.receivedAt) - julianday(p.receivedAt) > {:days} ORDER BY e.seq LIMIT {:most}`,
    { from, days: longestSilence / msPerDay, most: mostJumps },
  );

const confirmedSince = (app: pb.App, from: number): number[] =>
  rowsOf(
    app,
    ["seq"],
    `SELECT seq FROM events INDEXED BY idx_events_kind WHERE kind = 'clinic.act' AND seq > {:from}
       AND detail <> '' AND detail->>'action' = '${confirmAction}' ORDER BY seq`,
    { from },
  ).map(([seq]) => Number(seq));
