import { keyCode, linkCode } from "#domain/ledger/witness/code";
import { milliseconds, policy } from "#domain/policy";
import { type GivenOut, keptBody, type WholeAnswer } from "#domain/work/whole";
import { caller } from "../base/caller.ts";
import { now, nowMs } from "../base/clock.ts";
import { objectsOf, rowsOf } from "../base/database.ts";
import { bodyOf } from "../base/refusal.ts";
import { iso } from "../base/time.ts";
import { contradictedPoints, publicKey } from "../ledger/chain/checkpoint.ts";
import { newestReadBack } from "../ledger/expiry/backups.ts";
import { lastChecked } from "../ledger/expiry/checked.ts";
import { heldAgainstLog } from "./kept.ts";

/** `GET /whole`: by what it is known that the log is whole. For the lead: numbers of the chain go no further. */
export function whole(e: pb.RequestEvent): void {
  caller(e, ["dpo"]);
  e.json(200, wholeOf(e.app));
}

/** `POST /whole {text}`: holds what somebody kept against the log. The text is not stored. */
export function kept(e: pb.RequestEvent): void {
  caller(e, ["dpo"]);
  e.json(200, heldAgainstLog(e.app, bodyOf(e, keptBody).text));
}

function wholeOf(app: pb.App): WholeAnswer {
  const first = linkOf(app, "SELECT seq, hash, receivedAt AS at FROM events ORDER BY seq LIMIT 1");
  const head = linkOf(app, "SELECT seq, hash, receivedAt AS at FROM events ORDER BY seq DESC LIMIT 1");
  const point = linkOf(app, "SELECT seq, hash, at FROM checkpoints ORDER BY seq DESC, at DESC LIMIT 1");
  const backup = newestReadBack(app);
  return {
    asOf: now(),
    first: { seq: first.seq, at: first.at },
    head: { seq: head.seq, at: head.at, code: codeOf(head) },
    key: keyCode(publicKey(), $security.sha256),
    point: point.seq === 0 ? null : { seq: point.seq, at: point.at, code: codeOf(point) },
    checkpoints: checkpointsOf(app),
    contradicted: contradictedPoints(app),
    exports: exported(app, "ledger"),
    packs: exported(app, "evidence-pack"),
    minutes: minutesOf(app),
    mails: mailsOf(app),
    browsers: browsersOf(app),
    backup: backup ? { seq: backup.seq, readAt: backup.readAt } : null,
    checked: lastChecked(app) ?? null,
  };
}

interface Link {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
}
const linkOf = (app: pb.App, select: string): Link =>
  objectsOf<Link>(app, ["seq", "hash", "at"], select)[0] ?? { seq: 0, hash: "", at: "" };
const codeOf = ({ seq, hash }: Link): string => linkCode(seq, hash, $security.sha256);

function checkpointsOf(app: pb.App): WholeAnswer["checkpoints"] {
  const select =
    "SELECT count(*) AS count, coalesce(min(at), '') AS first, coalesce(max(at), '') AS last FROM checkpoints";
  const [one] = objectsOf<WholeAnswer["checkpoints"]>(app, ["count", "first", "last"], select);
  return one ?? { count: 0, first: "", last: "" };
}

const givenOut = (app: pb.App, select: string, params = {}): GivenOut =>
  objectsOf<GivenOut>(app, ["count", "last", "seq"], select, params)[0] ?? { count: 0, last: "", seq: 0 };

const exported = (app: pb.App, what: string): GivenOut =>
  givenOut(
    app,
    `SELECT count(*) AS count, coalesce(max(receivedAt), '') AS last, coalesce(max(seq), 0) AS seq
     FROM events INDEXED BY idx_events_kind WHERE kind = 'log.export' AND detail <> '' AND detail->>'what' = {:what}`,
    { what },
  );

function minutesOf(app: pb.App): GivenOut {
  const one = givenOut(
    app,
    "SELECT count(*) AS count, coalesce(max(signedAt), '') AS last, coalesce(max(ledgerSeq), 0) AS seq FROM reviews WHERE state = 'signed' AND ledgerSeq > 0",
  );
  return { ...one, last: iso(one.last) };
}

/** Mails with a code that the mail server took. */
function mailsOf(app: pb.App): GivenOut {
  const one = givenOut(
    app,
    `SELECT count(*) AS count, coalesce(max(m.sentAt), '') AS last, coalesce(max(r.ledgerSeq), 0) AS seq
     FROM reminders m JOIN reviews r ON r.id = m.subject WHERE m.kind = 'checkpoint' AND m.mail = 'sent'`,
  );
  return { ...one, last: iso(one.last) };
}

function browsersOf(app: pb.App): WholeAnswer["browsers"] {
  const since = new Date(nowMs() - milliseconds(policy.receiptsWithin)).toISOString().replace("T", " ");
  const rows = rowsOf(
    app,
    ["name", "lastSeen", "contradicts"],
    "SELECT name, lastSeen, chainMismatch AS contradicts FROM browsers WHERE revoked = FALSE ORDER BY name",
  );
  return {
    count: rows.length,
    within: rows.filter(([, lastSeen]) => String(lastSeen) >= since).length,
    contradict: rows.filter(([, , contradicts]) => Number(contradicts) === 1).map(([name]) => String(name)),
  };
}
