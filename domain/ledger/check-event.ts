import type * as z from "zod/mini";
import { canonicalJson } from "../base/canonical-json.ts";
import { milliseconds, policy } from "../policy.ts";
import { type Refusal, type SentEvent, sentEvent } from "./event.ts";
import { detailOf } from "./event-kinds.ts";

/** Which field an event was refused for, and why. */
export interface Refused {
  readonly field: string;
  readonly reason: Refusal;
}

/** Longest name of a field that an answer repeats, in characters: what a client calls its fields may be anything. */
const longestField = 60;

/**
 * An event as a browser sent it, or why it can't be one. The detail is checked by its kind.
 *
 * @param value - Parsed JSON; anything.
 */
export function parseEvent(value: unknown): SentEvent | Refused {
  const event = sentEvent.safeParse(value);
  if (!event.success) return refused(event.error, "");
  if (!isRealInstant(event.data.occurredAt)) return { field: "occurredAt", reason: "invalid" };
  const detail = detailOf(event.data.kind)?.safeParse(event.data.detail);
  if (!detail?.success)
    return detail ? refused(detail.error, "detail") : { field: "kind", reason: "invalid" };
  const dropped = droppedKey(value, "");
  if (dropped !== undefined) return { field: dropped.slice(0, longestField), reason: "unknown-field" };
  if (!hasCanonicalForm(event.data.detail)) return { field: "detail", reason: "invalid" };
  return event.data;
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

/** A lone surrogate has no UTF-8, so that what is hashed and what is stored would differ. */
function hasCanonicalForm(detail: unknown): boolean {
  try {
    canonicalJson(detail);
    return true;
  } catch {
    return false;
  }
}

/** Tells the two answers of `parseEvent` apart. */
export const isRefused = (answer: SentEvent | Refused): answer is Refused => "reason" in answer;

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

/**
 * Whether an event may have happened when it says.
 *
 * @param sentAt - The browser's clock when it sent; its own events can't lie ahead of it.
 * @param receivedAt - The server's clock.
 */
export function timeRefusal(occurredAt: string, sentAt: string, receivedAt: string): Refused | undefined {
  const occurred = Date.parse(occurredAt);
  const received = Date.parse(receivedAt);
  if (
    occurred > Date.parse(sentAt) + milliseconds(policy.occurredAheadOfSent) ||
    occurred > received + milliseconds(policy.occurredAheadOfReceived)
  ) {
    return { field: "occurredAt", reason: "too-late" };
  }
  return occurred < received - milliseconds(policy.occurredBefore)
    ? { field: "occurredAt", reason: "too-early" }
    : undefined;
}
