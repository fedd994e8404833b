import { instant } from "#domain/base/forms";
import { isRealInstant } from "#domain/ledger/check-event";
import { type Health, health, type Receipt, receipt } from "#domain/ledger/event";
import { isFitHealth } from "#domain/ledger/given/unfit";
import { policy } from "#domain/policy";
import type { Device, Holder } from "#domain/roles";
import { rowsOf } from "../../base/database.ts";
import { exactJson } from "../chain/exact-json.ts";

/** A paired browser that may append events. */
export interface PairedBrowser {
  readonly id: string;
  readonly holder: Holder;
  readonly device: Device;
  /** '' at a desk. */
  readonly owner: string;
  readonly ownDeviceAllowed: boolean;
  /** Number of the last notice shown at this desk, 0 before any. */
  readonly noticeAtDesk: number;
  /** The contradicted receipt that the lead has settled; '' before any. */
  readonly settledReceipt: string;
}

/** What a browser sent, so far as the request as a whole was well made. */
export interface IngestRequest {
  /** undefined where it is no instant: each event is then refused for it. */
  readonly sentAt: string | undefined;
  readonly receipt: Receipt | undefined;
  readonly health: Health | undefined;
  /** Receipt or state were sent in a form that this server does not know. */
  readonly misunderstood: boolean;
  readonly events: readonly unknown[];
}

/**
 * The browser behind a token.
 *
 * @throws {UnauthorizedError} Without a token, with a person's, a revoked one, or one of somebody deactivated.
 */
export const pairedBrowser = (e: pb.RequestEvent): PairedBrowser => browserOf(e.app, e.auth);

/**
 * The same of a token's record.
 *
 * @throws {UnauthorizedError} As `pairedBrowser`.
 */
export function browserOf(app: pb.App, record: pb.Record | null | undefined): PairedBrowser {
  const refused = () => new UnauthorizedError("This browser is not paired.");
  if (record?.collection().name !== "browsers" || record.getBool("revoked")) throw refused();
  const owner = record.getString("user");
  if (owner !== "" && !isActive(app, owner)) throw refused();
  return {
    id: record.id,
    holder: record.getString("holder") as Holder,
    device: record.getString("device") as Device,
    owner,
    ownDeviceAllowed: record.getString("ownDeviceReason") !== "",
    noticeAtDesk: record.getInt("noticeAtDesk"),
    settledReceipt: record.getString("settledReceipt"),
  };
}

function isActive(app: pb.App, user: string): boolean {
  return rowsOf(app, ["id"], "SELECT id FROM users WHERE id = {:user} AND active", { user }).length === 1;
}

/**
 * Reads the body itself: PocketBase's own parsing would round numbers before we could see them.
 *
 * @throws {BadRequestError} If it is no JSON object with a list of at most `policy.batchEvents` events.
 */
export const ingestRequest = (e: pb.RequestEvent): IngestRequest =>
  requestOf(exactJson(toBytes(e.request.body)));

/**
 * The same of a body that was parsed to the letter.
 *
 * @throws {BadRequestError} As `ingestRequest`.
 */
export function requestOf(body: unknown): IngestRequest {
  if (body === undefined) throw bad("body", "is not JSON");
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw bad("body", "is not a JSON object");
  const { sentAt, receipt: last, health: state, events } = body as { [field: string]: unknown };
  if (!Array.isArray(events)) throw bad("events", "is not a list");
  if (events.length > policy.batchEvents.amount) {
    throw bad("events", `holds more than ${policy.batchEvents.amount} events`);
  }
  const told = health.safeParse(state).data;
  const known = {
    receipt: receipt.safeParse(last).data,
    health: told && isFitHealth(told) ? told : undefined,
  };
  const sent = instant.safeParse(sentAt);
  return {
    sentAt: sent.success && isRealInstant(sent.data) ? sent.data : undefined,
    ...known,
    misunderstood: isUnread(last, known.receipt) || isUnread(state, known.health),
    events,
  };
}

const isUnread = (sent: unknown, read: unknown): boolean =>
  sent !== undefined && sent !== null && read === undefined;

function bad(field: string, what: string): BadRequestError {
  return new BadRequestError(`The request's ${field} ${what}.`, {
    [field]: new ValidationError("invalid", what),
  });
}
