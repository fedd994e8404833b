import { namesAPatient } from "#domain/detector/screen";
import { byListsAlone } from "#domain/detector/screening/learned";
import { type Attributed, attribute } from "#domain/ledger/attribution";
import { type Refused, type TimeBounds, timeRefusal } from "#domain/ledger/check-event";
import type { SentEvent } from "#domain/ledger/event";
import { unfitField } from "#domain/ledger/given/unfit";
import { lateOf, type Seat, seatBefore } from "#domain/ledger/late";
import { needsNotice, recordingOff } from "#domain/ledger/recording";
import type { Facts } from "./facts.ts";
import type { PairedBrowser } from "./ingest-request.ts";
import type { NoticesShown } from "./notices-shown.ts";

/** What a new event is judged by. */
export interface Court {
  readonly browser: PairedBrowser;
  readonly facts: Facts;
  readonly shown: NoticesShown;
  readonly times: TimeBounds;
  /** Where events of today's pairing were made. */
  readonly seat: Seat;
}

/** Whose event it is and where it was made. */
export type Judged = Attributed & { readonly seat: Seat };

/** Whose event it is, or why it is not stored. The event is well made and not stored yet. */
export function judge(event: SentEvent, court: Court): Judged | Refused {
  const { browser, facts } = court;
  const mistimed = timeRefusal(event.occurredAt, court.times);
  if (mistimed) return mistimed;
  const unfit = unfitField(event, facts.isNamed) ?? unfitSentence(event);
  if (unfit) return unfit;
  const from = lateOf(event);
  const seat = from ? seatBefore(from, facts.browserNamed(from.browser), browser) : court.seat;
  const mayName = from !== undefined || seat.mayChoose;
  if (event.chosen !== undefined && !(mayName && facts.isPerson(event.chosen))) {
    return { field: "chosen", reason: "invalid" };
  }
  const who = attribute({
    account: event.account ?? "",
    mapped: event.account === undefined ? "" : facts.mapped(event.system ?? "", event.account),
    holder: seat.holder,
    owner: seat.owner,
    chosen: seat.mayChoose ? (event.chosen ?? "") : "",
  });
  if (event.kind === "notice.shown" && !facts.noticeExists(Number(event.detail.notice))) {
    return { field: "detail.notice", reason: "invalid" };
  }
  const off = needsNotice(event.kind) && unlawful(event, who, seat, court);
  if (off) return { field: "kind", reason: "recording-off" };
  const { user, attribution } = who;
  return { user, attribution, seat };
}

function unlawful({ occurredAt }: SentEvent, { user }: Attributed, seat: Seat, court: Court) {
  const { browser, facts, shown } = court;
  const newest = shown.to(user, seat);
  return recordingOff({
    notice: facts.notice,
    device: browser.device,
    ownDeviceAllowed: browser.ownDeviceAllowed,
    shown: newest,
    wasLawful: newest !== facts.notice && shown.covered(user, occurredAt, seat),
  });
}

/**
 * A sentence that a person typed and that names a patient: the guard asks for another, and so does the server. It is no
 * stricter than the guard's screen, which knows the lists of names alone: an event can't be written again.
 */
function unfitSentence(event: SentEvent): Refused | undefined {
  const sentence = event.detail.sentence;
  return typeof sentence === "string" && byListsAlone(() => namesAPatient(sentence))
    ? { field: "detail.sentence", reason: "names-a-patient" }
    : undefined;
}
