import { policy } from "#domain/policy";
import type { IncidentState } from "#domain/registers/incidents/state";
import type {
  AccessRights,
  ReviewedAction,
  ReviewedErasure,
  ReviewedIncident,
  ReviewedSender,
  ReviewFacts,
} from "#domain/registers/reviews/fill";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { instantIn, msIn } from "../../base/instants.ts";
import { before, iso, stored } from "../../base/time.ts";
import { midnightIn } from "../../base/time-zone.ts";
import { blindSpotsOf } from "../../clinic/blind-spots.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { doubtfulKinds, isDoubtful } from "../../ledger/doubtful.ts";
import { caseFactsOf } from "../incidents/case-facts.ts";

/** Cases that a meeting may speak of: none that is confidential, none about somebody of the clinic. */
const spoken = "confidential = false && about = ''";
const spokenSql = "confidential = FALSE AND about = ''";

/** What a review is filled from, as of now. */
export function factsAt(app: pb.App, nowMs: number, today: string): ReviewFacts {
  const since = lastReviewed(app) ?? before(nowMs, policy.weekOfFigures);
  const midnight = midnightIn(clinicOf(app)?.getString("timeZone") ?? "UTC", nowMs);
  return {
    asOfMs: nowMs,
    sinceMs: Date.parse(since),
    today,
    actions: actionsSince(app, since),
    incidents: app.findRecordsByFilter("breaches", spoken, "number", 0, 0).map((one) => incidentOf(app, one)),
    senders: sendersSince(app, since),
    blind: blindSpotsOf(app, midnight, nowMs).map(({ what, name }) => ({ what: blindWords[what], name })),
    unattributed: count(
      app,
      `SELECT count(*) AS n FROM events WHERE kind LIKE 'record.%' AND user = '' AND orderedBy = 0
         AND occurredAt >= {:since} AND NOT (${isDoubtful})`,
      since,
    ),
    doubtful: doubtfulKinds(app, since, []).reduce((sum, { n }) => sum + n, 0),
    erasures: erasuresSince(app, since),
    access: accessRights(app, lastAsked(app, "access-rights")?.asOf ?? since),
  };
}

/** Figures of the last review that was held: what is newer has not been looked at. */
function lastReviewed(app: pb.App): string | undefined {
  const select = "SELECT max(asOf) AS at FROM reviews WHERE state IN ('held', 'signed')";
  const at = rowsOf(app, ["at"], select)[0]?.[0];
  return at ? iso(String(at)) : undefined;
}

/** The last signed review that asked a topic. */
export function lastAsked(
  app: pb.App,
  key: string,
): { readonly weekOf: string; readonly asOf: string } | undefined {
  const [row] = objectsOf<{ weekOf: string; asOf: string }>(
    app,
    ["weekOf", "asOf"],
    `SELECT r.weekOf AS weekOf, r.asOf AS asOf FROM reviews r JOIN review_items i ON i.review = r.id
     WHERE i.key = {:key} AND r.state = 'signed' ORDER BY r.weekOf DESC LIMIT 1`,
    { key },
  );
  return row && { ...row, asOf: iso(row.asOf) };
}

const blindWords = {
  quiet: "not seen today",
  revoked: "revoked",
  "adapter-blind": "a site is not understood",
  "wrong-clock": "its clock is wrong",
  "chain-mismatch": "its receipts don't match",
  gap: "events are missing",
  waiting: "events wait",
} as const;

/** Actions that are not verified, and those that were since: the meeting sees how last week's ended. */
function actionsSince(app: pb.App, since: string): ReviewedAction[] {
  const select = `SELECT id, text, owner, due, doneAt, doneBy, verifiedAt, cancelledAt FROM actions
    WHERE cancelledAt = '' AND (verifiedAt = '' OR verifiedAt >= {:since})
      AND (breach = '' OR breach IN (SELECT id FROM breaches WHERE ${spokenSql})) ORDER BY verifiedAt <> '', due, id LIMIT 100`;
  const columns = ["id", "text", "owner", "due", "doneAt", "doneBy", "verifiedAt", "cancelledAt"] as const;
  return objectsOf<ReviewedAction>(app, columns, select, { since: stored(since) });
}

export function incidentOf(app: pb.App, breach: pb.Record): ReviewedIncident {
  const facts = caseFactsOf(app, breach);
  return {
    id: breach.id,
    number: breach.getInt("number"),
    title: breach.getString("title"),
    text: breach.getString("text"),
    state: breach.getString("state") as IncidentState,
    told: breach.getString("origin") === "told",
    openedMs: Date.parse(instantIn(breach, "openedAt") ?? ""),
    startMs: msIn(breach, "awareAt") ?? msIn(breach, "provisionalFrom"),
    decidedMs: msIn(breach, "triagedAt"),
    icoToldMs: msIn(breach, "icoSentAt"),
    peopleCount: breach.getInt("peopleCount"),
    containedHow: breach.getString("containedHow"),
    cause: breach.getString("cause"),
    holder: facts.holder,
    concerned: [...new Set([...facts.senders, ...facts.conflicted])],
  };
}

/** Attempts by person; what was sent anyway and is an incident already is decided there. */
function sendersSince(app: pb.App, since: string): ReviewedSender[] {
  type Row = { user: string; held: number; sentAnyway: number; reasons: string };
  const select = `SELECT user, sum(kind = 'mail.held') AS held, sum(sent) AS sentAnyway,
      json_group_array(DISTINCT reason) FILTER (WHERE sent AND reason <> '') AS reasons
    FROM (SELECT e.user AS user, e.kind AS kind, coalesce(e.detail->>'reason', '') AS reason,
        (e.kind = 'mail.outcome' AND e.detail->>'outcome' = 'sent-anyway' AND NOT EXISTS
          (SELECT 1 FROM breaches b WHERE ${spokenSql} AND (b.sourceEvent = e.seq OR (b.trace = e.trace AND e.trace <> '')))) AS sent
      FROM events e WHERE e.kind IN ('mail.held', 'mail.outcome') AND e.detail <> '' AND e.occurredAt >= {:since})
    GROUP BY user ORDER BY sentAnyway DESC, user`;
  return objectsOf<Row>(app, ["user", "held", "sentAnyway", "reasons"], select, { since }).map((row) => ({
    ...row,
    reasons: JSON.parse(row.reasons || "[]") as string[],
  }));
}

/**
 * What one person erased alone comes back until a signed review has noted it; put off is not noted. Only kinds that belong
 * to no case can be erased (domain/ledger/erasure.ts), so that none is to be left out here.
 */
const erasuresSince = (app: pb.App, since: string): ReviewedErasure[] =>
  objectsOf<ReviewedErasure>(
    app,
    ["id", "ground", "alone", "askedBy", "decidedBy"],
    `SELECT id, ground, alone, askedBy, decidedBy FROM erasures e WHERE state = 'done' AND iif(alone = '',
       decidedAt > {:since},
       NOT EXISTS (SELECT 1 FROM review_items i JOIN reviews r ON r.id = i.review WHERE i.key = 'erased'
         AND i.subject = e.id AND r.state = 'signed' AND i.decision IN ('accept', 'refer', 'action')))
     ORDER BY decidedAt, id LIMIT 100`,
    { since: stored(since) },
  );

function accessRights(app: pb.App, since: string): AccessRights {
  const acts = (...names: string[]) =>
    count(
      app,
      `SELECT count(*) AS n FROM events WHERE kind = 'users.act' AND detail <> '' AND receivedAt >= {:since}
         AND detail->>'action' IN (SELECT value FROM json_each('${JSON.stringify(names)}'))`,
      since,
    );
  return {
    joined: acts("invite", "add"),
    left: acts("deactivate"),
    changed: acts("change"),
    auditors: count(app, "SELECT count(*) AS n FROM users WHERE active = TRUE AND role = 'auditor'"),
    withoutCode: count(
      app,
      "SELECT count(*) AS n FROM users WHERE active = TRUE AND enrolled = FALSE AND email <> ''",
    ),
  };
}

const count = (app: pb.App, select: string, since = ""): number =>
  Number(rowsOf(app, ["n"], select, since === "" ? {} : { since })[0]?.[0] ?? 0);
