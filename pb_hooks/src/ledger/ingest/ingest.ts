import { isRefused, parseEvent, type Refused, timeBounds, type WellMade } from "#domain/ledger/check-event";
import type { IngestAnswer, Receipt, SentEvent } from "#domain/ledger/event";
import { keptAs } from "#domain/ledger/given/kept-as";
import { seatHere } from "#domain/ledger/late";
import { now } from "../../base/clock.ts";
import { keyedText } from "../../base/keyed-text.ts";
import { appendRows, newSalt, type Unplaced } from "../chain/append.ts";
import { type Head, head, linkAt } from "../chain/head.ts";
import { inLedgerTransaction } from "../chain/transaction.ts";
import { durable } from "../expiry/backups.ts";
import { tellStored } from "../offers.ts";
import { keepState } from "./browser-state.ts";
import { type Facts, factsFor } from "./facts.ts";
import { type IngestRequest, ingestRequest, type PairedBrowser, pairedBrowser } from "./ingest-request.ts";
import { type Judged, judge } from "./judge.ts";
import { type Known, KnownEvents } from "./known-events.ts";
import { NoticesShown } from "./notices-shown.ts";

type Result = IngestAnswer["results"][number];
type Parsed = WellMade | Refused;

/** Tells the process in front how much a browser sent, for its quota; it goes no further than there. */
const eventsHeader = "X-Chaperone-Events";

/**
 * `POST /api/chaperone/events`: takes a paired browser's events and answers each one: accepted, duplicate or refused.
 * What the answer calls accepted is on disk.
 */
export function ingest(e: pb.RequestEvent): void {
  const browser = pairedBrowser(e);
  const request = ingestRequest(e);
  e.response.header().set(eventsHeader, String(request.events.length));
  e.json(200, stored(e.app, browser, request));
}

/**
 * A fault of ours is answered 503, so that a browser keeps what it sent and tries again: a 400 would mean that the
 * request is at fault. The database's own words name no value.
 */
function stored(app: pb.App, browser: PairedBrowser, request: IngestRequest): IngestAnswer {
  try {
    // Before the transaction: meanwhile another browser's may run.
    const parsed = parsedOf(request);
    return inLedgerTransaction(app, (tx, before) => {
      const [answer] = answered(tx, [{ browser, request, parsed }], before);
      return answer as IngestAnswer;
    });
  } catch (error) {
    console.error(`events could not be stored: ${String(error).slice(0, 200)}`);
    throw new ApiError(503, "The server cannot store events now. Keep them and try again.");
  }
}

/** Each event held against its schema. */
export const parsedOf = ({ sentAt, events }: IngestRequest): Parsed[] =>
  sentAt === undefined ? [] : events.map((event) => parseEvent(event));

/** A request as far as it is known before the ledger is asked. */
export interface Sent {
  readonly browser: PairedBrowser;
  readonly request: IngestRequest;
  readonly parsed: readonly Parsed[];
}

/**
 * Judges and stores requests in the transaction under way, and answers each.
 *
 * @param sent - No two of one browser, and of several none with a notice that was shown: what one changes of its browser or
 *   of what people were told is not known to the others.
 * @param before - The newest link before them.
 */
export function answered(tx: pb.App, sent: readonly Sent[], before: Head | undefined): IngestAnswer[] {
  const receivedAt = now();
  const facts = factsFor(
    tx,
    sent.flatMap(({ parsed }) => wellMadeOf(parsed)),
  );
  const judgements = sent.map((one) => judged(tx, one, facts, receivedAt));
  const accepted = judgements.flatMap((one) => one.accepted);
  const links = judgements.flatMap((one) => one.links);
  appendRows(tx, accepted, before).forEach((link, i) => {
    Object.assign(links[i] ?? {}, link);
  });
  tellOfMail(tx, accepted, links);
  const newest = head(tx);
  const told = sent.map((one, i) => toldOf(tx, one, judgements[i]?.decisions ?? [], newest, receivedAt));
  // A browser's state may be an event of its own.
  const last = sent.some(({ request }) => request.health) ? head(tx) : newest;
  const until = durable(tx);
  return told.map((one) => ({ ...one, durable: until, head: last, serverTime: receivedAt }));
}

/** Writes down how a browser is, and says what became of its events. */
function toldOf(
  tx: pb.App,
  { browser, request }: Sent,
  decisions: readonly Decision[],
  newest: Head,
  receivedAt: string,
): Pick<IngestAnswer, "results" | "at" | "settled"> {
  const results = decisions.map((decision, i) => answerTo(request.events[i], decision));
  const at = request.receipt && linkAt(tx, request.receipt.seq);
  const contradicted = request.receipt && contradictedBy(request.receipt, at, newest);
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
  return { results, ...(at ? { at } : {}), ...(settled ? { settled } : {}) };
}

/** A receipt that this ledger contradicts, as it is kept; undefined where they agree. */
function contradictedBy(held: Receipt, at: Head | undefined, last: Head): string | undefined {
  const differs = held.seq > last.seq || (at !== undefined && at.hash !== held.hash);
  return differs ? `${held.seq} ${held.hash}` : undefined;
}

const badClock: Refused = { field: "sentAt", reason: "invalid" };

/** What becomes of one event; the link of an accepted one is filled in when the batch is written. */
type Decision = { readonly status: "accepted" | "duplicate"; readonly link: Known["link"] } | Refused;

/** What becomes of a request's events: of the accepted ones the rows, and the links that they get when these are written. */
interface Judgement {
  readonly decisions: readonly Decision[];
  readonly accepted: readonly Unplaced[];
  readonly links: readonly Known["link"][];
}

const wellMadeOf = (parsed: readonly Parsed[]): SentEvent[] =>
  parsed.flatMap((one) => (isRefused(one) ? [] : one.event));

/** Judges the events in their order; the good ones are stored, whatever the others are. */
function judged(tx: pb.App, { browser, request, parsed }: Sent, facts: Facts, receivedAt: string): Judgement {
  const { sentAt } = request;
  if (sentAt === undefined) return { decisions: request.events.map(() => badClock), accepted: [], links: [] };
  const known = new KnownEvents(tx, browser.id, wellMadeOf(parsed));
  const shown = new NoticesShown(facts, browser);
  const times = timeBounds(sentAt, receivedAt);
  const court = { browser, facts, shown, times, seat: seatHere(browser.id, browser) };
  const accepted: Unplaced[] = [];
  const links: Known["link"][] = [];

  const decide = (made: WellMade): Decision => {
    const { event } = made;
    const before = known.find(event);
    if (before) return "reason" in before ? before : { status: "duplicate", link: before };
    const who = judge(event, court);
    if ("reason" in who) return who;
    if (event.kind === noticeShown) shown.record(tx, event, who);
    const link = known.add(event);
    const idDigest = known.digestOf(event.id);
    const kept = keptAs(made, keyedText);
    accepted.push(rowOf(kept.event, kept.detail, who, { browser: browser.id, sentAt, receivedAt, idDigest }));
    links.push(link);
    return { status: "accepted", link };
  };
  const decisions = parsed.map((one) => (isRefused(one) ? one : decide(one)));
  return { decisions, accepted, links };
}

const noticeShown = "notice.shown";

/** Whether a request changes what the others of a transaction are judged by. */
export const showsNotice = (parsed: readonly Parsed[]): boolean =>
  wellMadeOf(parsed).some(({ kind }) => kind === noticeShown);

/** One object from the check to the statement: each that is made takes this engine as long as hashing it. */
function rowOf(
  event: SentEvent,
  detail: string,
  { user, attribution }: Judged,
  { browser, sentAt, receivedAt, idDigest }: Pick<Unplaced, "browser" | "sentAt" | "receivedAt" | "idDigest">,
): Unplaced {
  const { id, n, kind, occurredAt, system = "", recordRef = "" } = event;
  const { recordKind = "", account = "", trace = "" } = event;
  // biome-ignore format: in the order of the columns
  return {
    seq: 0, v: 1, kind, receivedAt, bodyHash: "", prev: "", hash: "", orderedBy: 0, idDigest,
    id, user, account, attribution, browser, n, occurredAt, sentAt, system, recordRef, recordKind, trace, detail,
    salt: newSalt(),
  };
}

function tellOfMail(tx: pb.App, stored: readonly Unplaced[], links: readonly Known["link"][]): void {
  const traces: string[] = [];
  const fresh = new Set<number>();
  stored.forEach(({ kind, trace }, i) => {
    if (!kind.startsWith("mail.")) return;
    if (trace) traces.push(trace);
    fresh.add(links[i]?.seq ?? 0);
  });
  tellStored(tx, traces, fresh);
}

/** Longest id that an answer repeats, in characters: a good one is shorter. */
const longestId = 64;

/** The answer to one event, under its id as far as it has one. */
function answerTo(event: unknown, decision: Decision): Result {
  const sent = (event as { id?: unknown } | null)?.id;
  const id = typeof sent === "string" ? sent.slice(0, longestId) : "";
  if ("reason" in decision) {
    const { field, reason } = decision;
    return { id, status: "refused", field, reason };
  }
  const { seq, hash } = decision.link;
  return { id, status: decision.status, seq, hash };
}
