import type { ErasureState, WaitingErasure } from "#domain/ledger/erasure";
import { milliseconds, policy } from "#domain/policy";
import type { Caller } from "../../base/caller.ts";
import { iso, stored } from "../../base/time.ts";
import { eventAt } from "../../ledger/chain/event-rows.ts";
import { nameOf } from "../../people/names.ts";
import { mayKnow } from "./decide.ts";
import { hasLapsed, waitsUntil } from "./lapsed.ts";

/** Most requests that are told of at once; the rest show when these are decided. */
const most = 50;

/** Erasures that a person may confirm, and those that they asked for: these until two weeks after they ended. */
export function erasuresFor(app: pb.App, person: Caller, nowMs: number): WaitingErasure[] {
  const since = stored(new Date(nowMs - milliseconds(policy.erasureWaits)).toISOString());
  return app
    .findRecordsByFilter(
      "erasures",
      "(state = 'asked' && (askedAt > {:since} || askedBy = {:me})) || (askedBy = {:me} && alone = '' && decidedAt > {:since})",
      "askedAt,id",
      most,
      0,
      { me: person.id, since },
    )
    .filter((row) => mayKnow(app, person, row))
    .map((row) => told(app, person, row));
}

function told(app: pb.App, person: Caller, row: pb.Record): WaitingErasure {
  const text = (field: string) => row.getString(field);
  const seq = row.getInt("event");
  const event = eventAt(app, seq);
  return {
    id: row.id,
    version: row.getInt("version"),
    mine: text("askedBy") === person.id,
    state: hasLapsed(row) ? "lapsed" : (text("state") as ErasureState),
    seq: person.role === "dpo" ? seq : 0,
    kind: event?.kind ?? "",
    occurredAt: event?.occurredAt ?? "",
    person: nameOf(app, event?.user ?? ""),
    ground: text("ground"),
    askedBy: nameOf(app, text("askedBy")),
    askedAt: iso(text("askedAt")),
    until: waitsUntil(row),
    decidedBy: nameOf(app, text("decidedBy")),
    reason: text("reason"),
  };
}
