import { keyedRecordNow } from "#domain/base/keyed";
import { type LogQuery, mayBeKeyed } from "#domain/ledger/log-query";
import type { RecordLook } from "#domain/registers/consent/consent-row";
import type { Caller } from "../../base/caller.ts";
import { keyedText } from "../../base/keyed-text.ts";
import { iso } from "../../base/time.ts";
import { hiddenFrom } from "../../ledger/offers.ts";
import { pageAfter } from "../../ledger/read/events-route.ts";
import { keptFilter, recordReading } from "../../ledger/read/reading.ts";

/** Looks that the page of a record shows. */
const shown = 50;

/** Who looked at a record, the newest first, as the log would show it to this person; that it was read is on the record. */
export function looksAt(
  app: pb.App,
  person: Caller,
  { recordRef, system }: { readonly recordRef: string; readonly system: string },
): { readonly looks: RecordLook[]; readonly more: boolean } {
  const query: LogQuery = {
    ...{ record: recordRef, system, kind: "record", limit: shown, format: "json" },
    hidden: hiddenFrom(app, person),
    withoutBlankedActs: person.role !== "dpo",
    ...(mayBeKeyed(recordRef) && { keyed: keyedRecordNow(recordRef, keyedText) }),
    ...(person.role === "staff" && { user: person.id }),
  };
  recordReading(app, person, "events", keptFilter(query));
  const { rows, next } = pageAfter(app, query, shown);
  return {
    looks: rows.map(({ id, kind, occurredAt, receivedAt, userName, browserName }) => ({
      ...{ id, kind, at: iso(occurredAt || receivedAt) },
      who: userName ?? "",
      browser: browserName ?? "",
    })),
    more: next !== null,
  };
}
