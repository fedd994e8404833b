import type * as z from "zod/mini";
import { canonicalJson } from "../base/canonical-json.ts";
import { type Fits, fitting } from "../base/fitting.ts";
import { milliseconds, policy } from "../policy.ts";
import { type Refusal, type SentEvent, sentEvent } from "./event.ts";
import { detailOf, quickDetailText } from "./event-kinds.ts";

/** Which field an event was refused for, and why. */
export interface Refused {
  readonly field: string;
  readonly reason: Refusal;
}

/** Longest name of a field that an answer repeats, in characters: what a client calls its fields may be anything. */
const longestField = 60;

/** An event as a browser may send it, and the canonical text of its detail: what is hashed and stored. */
export interface WellMade {
  readonly event: SentEvent;
  readonly detail: string;
}

/**
 * An event as a browser sent it, or why it can't be one. The detail is checked by its kind.
 *
 * @param value - Parsed JSON; anything.
 */
export const parseEvent = (value: unknown): WellMade | Refused =>
  quicklyParsed(value) ?? parsedBySchemas(value);

let fits: Fits | undefined;
/** Derived when the first event comes: whoever reads none does not wait for it. */
function eventFits(value: unknown): boolean {
  fits ??= fitting(sentEvent);
  return fits(value);
}

/** What the schemas take as it stands; undefined for all else, of which they are asked and name the field. */
function quicklyParsed(value: unknown): WellMade | undefined {
  if (!eventFits(value)) return undefined;
  const event = value as SentEvent;
  if (!isRealInstant(event.occurredAt)) return undefined;
  const detail = quickDetailText(event.kind, event.detail);
  return detail === undefined ? undefined : { event, detail };
}

/** What `parseEvent` answers, by the schemas alone: they are slow, and the judges of what is refused. */
export function parsedBySchemas(value: unknown): WellMade | Refused {
  const event = sentEvent.safeParse(value);
  if (!event.success) return refused(event.error, "");
  if (!isRealInstant(event.data.occurredAt)) return { field: "occurredAt", reason: "invalid" };
  const detail = detailOf(event.data.kind)?.safeParse(event.data.detail);
  if (!detail?.success)
    return detail ? refused(detail.error, "detail") : { field: "kind", reason: "invalid" };
  const dropped = droppedKey(value, "");
  if (dropped !== undefined) return { field: dropped.slice(0, longestField), reason: "unknown-field" };
  return withText(event.data);
}

/** A lone surrogate has no UTF-8, so that what is hashed and what is stored would differ. */
function withText(event: SentEvent): WellMade | Refused {
  try {
    return { event, detail: canonicalJson(event.detail) };
  } catch {
    return { field: "detail", reason: "invalid" };
  }
}

/**
 * A member that schemas pass over in silence, so that less would be stored than was sent. Asked of what fits a schema,
 * and so is nowhere deep.
 */
function droppedKey(value: unknown, path: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Object.hasOwn(value, "__proto__")) return `${path}__proto__`;
  for (const [key, part] of Object.entries(value)) {
    const found = droppedKey(part, `${path}${key}.`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Tells the two answers of `parseEvent` apart. */
export const isRefused = (answer: WellMade | Refused): answer is Refused => "reason" in answer;

function refused(error: z.core.$ZodError, within: string): Refused {
  const issue = error.issues[0];
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const path = [within, ...(issue?.path ?? []), unknown ?? ""].map(String).filter((part) => part !== "");
  return {
    field: path.join(".").slice(0, longestField) || "event",
    reason: unknown === undefined ? "invalid" : "unknown-field",
  };
}

/** Whether a text of the form of an instant names one that exists: not the 30th of February. */
export function isRealInstant(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

/** The instants, as texts of their one form, between which an event may have happened. */
export interface TimeBounds {
  readonly earliest: string;
  readonly latest: string;
}

/**
 * When the events of a request may have happened.
 *
 * @param sentAt - The browser's clock when it sent; its own events can't lie ahead of it.
 * @param receivedAt - The server's clock.
 */
export function timeBounds(sentAt: string, receivedAt: string): TimeBounds {
  const received = Date.parse(receivedAt);
  const latest = Math.min(
    Date.parse(sentAt) + milliseconds(policy.occurredAheadOfSent),
    received + milliseconds(policy.occurredAheadOfReceived),
  );
  const earliest = received - milliseconds(policy.occurredBefore);
  return { earliest: new Date(earliest).toISOString(), latest: new Date(latest).toISOString() };
}

/** Whether an event may have happened when it says: such texts stand in the order of their times. */
export function timeRefusal(occurredAt: string, { earliest, latest }: TimeBounds): Refused | undefined {
  if (occurredAt > latest) return { field: "occurredAt", reason: "too-late" };
  return occurredAt < earliest ? { field: "occurredAt", reason: "too-early" } : undefined;
}
