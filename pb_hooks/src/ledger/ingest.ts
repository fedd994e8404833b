import type { Attributed } from "#domain/ledger/attribution";
import { isRefused, parseEvent, type Refused } from "#domain/ledger/check-event";
import type { IngestAnswer, Receipt, SentEvent } from "#domain/ledger/event";
import { now } from "../base/clock.ts";
import { append, type NewEvent } from "./append.ts";
import { durable } from "./backups.ts";
import { keepState } from "./browser-state.ts";
import { factsFor } from "./facts.ts";
import { type Head, head, linkAt } from "./head.ts";
import { type IngestRequest, ingestRequest, type PairedBrowser, pairedBrowser } from "./ingest-request.ts";
import { judge } from "./judge.ts";
import { type Known, KnownEvents } from "./known-events.ts";
import { NoticesShown } from "./notices-shown.ts";
import { tellStored } from "./offers.ts";
import { inLedgerTransaction } from "./transaction.ts";

type Result = IngestAnswer["results"][number];

/**
 * `POST /api/chaperone/events`: takes a paired browser's events and answers each one: accepted, duplicate or refused.
 * What the answer calls accepted is on disk.
 */
export function ingest(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const request = ingestRequest(e);
  e.json(200, stored(e.app, browser, request));
}

/**
 * A fault of ours is answered 503, so that a browser keeps what it sent and tries again: a 400 would mean that the
 * request is at fault. The database's own words name no value.
 */
function stored(app: pb.App, browser: PairedBrowser, request: IngestRequest): IngestAnswer {
  try {
    return inLedgerTransaction(app, (tx) => answered(tx, browser, request));
  } catch (error) {
    console.error(`events could not be stored: ${String(error).slice(0, 200)}`);
    throw new ApiError(503, "The server cannot store events now. Keep them and try again.");
  }
}

function answered(tx: pb.App, browser: PairedBrowser, request: IngestRequest): IngestAnswer {
  const receivedAt = now();
  const results =
    request.sentAt === undefined ? request.events.map(badClock) : judged(tx, browser, request, receivedAt);
  const at = request.receipt && linkAt(tx, request.receipt.seq);
  const contradicted = contradictedBy(request.receipt, at, head(tx));
  const settled = contradicted !== undefined && contradicted === browser.settledReceipt;
  const refused = results.filter((result) => result.status === "refused").length;
  keepState(tx, {
    browser: browser.id,
    owner: browser.owner,
    receivedAt,
    sentAt: request.sentAt,
    health: request.health,
    refused: results.length === 0 ? undefined : refused,
    misunderstood: request.misunderstood,
    contradicted: settled ? undefined : contradicted,
  });
  const last = head(tx);
  return {
    results,
    durable: durable(tx),
    head: last,
    ...(at ? { at } : {}),
    ...(settled ? { settled } : {}),
    serverTime: receivedAt,
  };
}

/** A receipt that this ledger contradicts, as it is kept; undefined where they agree. */
function contradictedBy(held: Receipt | undefined, at: Head | undefined, last: Head): string | undefined {
  if (!held) return undefined;
  const differs = held.seq > last.seq || (at !== undefined && at.hash !== held.hash);
  return differs ? `${held.seq} ${held.hash}` : undefined;
}

const badClock = (event: unknown): Result => answerTo(event, { field: "sentAt", reason: "invalid" });

/** What becomes of one event; the link of an accepted one is filled in when the batch is written. */
type Decision = { readonly status: "accepted" | "duplicate"; readonly link: Known["link"] } | Refused;

/** Judges the events in their order and stores the good ones, whatever the others are. */
function judged(tx: pb.App, browser: PairedBrowser, request: IngestRequest, receivedAt: string): Result[] {
  const parsed = request.events.map(parseEvent);
  const wellMade = parsed.filter((event): event is SentEvent => !isRefused(event));
  const facts = factsFor(tx, wellMade);
  const known = new KnownEvents(tx, browser.id, wellMade);
  const shown = new NoticesShown(facts, browser);
  const court = { browser, facts, shown, sentAt: request.sentAt ?? "", receivedAt };
  const accepted: { readonly event: NewEvent; readonly link: Known["link"] }[] = [];

  const decide = (event: SentEvent): Decision => {
    const before = known.find(event);
    if (before) return "reason" in before ? before : { status: "duplicate", link: before };
    const who = judge(event, court);
    if ("reason" in who) return who;
    if (event.kind === "notice.shown") shown.record(tx, event, who);
    const link = known.add(event);
    accepted.push({ event: asNewEvent(event, who, browser.id, court.sentAt), link });
    return { status: "accepted", link };
  };
  const decisions = parsed.map((event) => (isRefused(event) ? event : decide(event)));

  const links = append(
    tx,
    accepted.map(({ event }) => event),
    receivedAt,
  );
  for (const [i, { link }] of accepted.entries()) Object.assign(link, links[i]);
  const mail = accepted.filter(({ event }) => event.kind.startsWith("mail."));
  tellStored(
    tx,
    mail.flatMap(({ event }) => event.trace || []),
    new Set(mail.map(({ link }) => link.seq)),
  );
  return decisions.map((decision, i) => answerTo(request.events[i], decision));
}

function asNewEvent(event: SentEvent, who: Attributed, browser: string, sentAt: string): NewEvent {
  const { chosen: _, ...columns } = event;
  return { ...columns, user: who.user, attribution: who.attribution, browser, sentAt };
}

/** Longest id that an answer repeats, in characters: a good one is shorter. */
const longestId = 64;

/** The answer to one event, under its id as far as it has one. */
function answerTo(event: unknown, decision: Decision): Result {
  const id = (event as { id?: unknown } | null)?.id;
  const named = { id: typeof id === "string" ? id.slice(0, longestId) : "" };
  if ("reason" in decision)
    return { ...named, status: "refused", field: decision.field, reason: decision.reason };
  return { ...named, status: decision.status, seq: decision.link.seq, hash: decision.link.hash };
}
