import { canonicalJson } from "../../base/canonical-json.ts";
import { keyedRecordNow } from "../../base/keyed.ts";
import { isHealthNumber } from "../../detector/check-digit.ts";
import { holdsAPerson } from "../../detector/screening/in-ids.ts";
import type { WellMade } from "../check-event.ts";
import type { SentEvent } from "../event.ts";
import { lateOf } from "../late.ts";

/** HMAC-SHA-256 of a text with the clinic's reference key, in lower-case hex. */
export type KeyedText = (text: string) => string;

/** An id that a browser should have made by chance, as it is kept: one that holds somebody's name or number is keyed. */
export const keptId = (id: string, keyed: KeyedText): string =>
  holdsAPerson(id) ? keyed(`id\n${id}`).slice(0, 15) : id;

/**
 * An event as it is kept. What has the form of the field and may be somebody's name or number all the same is keyed, so that
 * events that belong together still do.
 *
 * @returns The very same where nothing of it is keyed, as of nearly every event.
 */
export function keptAs(made: WellMade, keyed: KeyedText): WellMade {
  const event = keptEvent(made.event, keyed);
  if (event === made.event) return made;
  return { event, detail: event.detail === made.event.detail ? made.detail : canonicalJson(event.detail) };
}

/** The same of an event without its detail's text. */
export function keptEvent(event: SentEvent, keyed: KeyedText): SentEvent {
  const { id, trace, recordRef } = event;
  const isKeyed = recordRef !== undefined && isHealthNumber(recordRef);
  const item = keptItem(event, isKeyed, keyed);
  const late = keptLate(event, keyed);
  const sees = holdsAPerson(id) || (trace !== undefined && holdsAPerson(trace));
  if (!sees && !isKeyed && item === event.detail.item && late === undefined) return event;
  return {
    ...event,
    id: keptId(id, keyed),
    ...(trace === undefined ? {} : { trace: keptId(trace, keyed) }),
    ...(isKeyed ? { recordRef: keyedRecordNow(recordRef, keyed) } : {}),
    ...(item === event.detail.item && late === undefined
      ? {}
      : {
          detail: {
            ...event.detail,
            ...(item === undefined ? {} : { item }),
            ...(late === undefined ? {} : { late }),
          },
        }),
  };
}

/** A note of a record whose id is keyed is keyed with it, as `keyedItem` does. */
function keptItem({ recordRef, detail }: SentEvent, isKeyed: boolean, keyed: KeyedText): unknown {
  const { item, page = "" } = detail;
  if (typeof item !== "string" || item.startsWith("k1:")) return item;
  if (!isKeyed && !isHealthNumber(item)) return item;
  return `k1:${keyed(`item\n${recordRef ?? ""}\n${page}\n${item}`)}`;
}

/** Of an earlier pairing; undefined where nothing of it is keyed. */
function keptLate(event: SentEvent, keyed: KeyedText) {
  const late = lateOf(event);
  if (!late || !(holdsAPerson(late.browser) || holdsAPerson(late.user ?? ""))) return undefined;
  const { browser, user } = late;
  return {
    ...late,
    browser: keptId(browser, keyed),
    ...(user === undefined ? {} : { user: keptId(user, keyed) }),
  };
}
