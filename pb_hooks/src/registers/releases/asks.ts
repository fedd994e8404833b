import { milliseconds, policy } from "#domain/policy";
import { releaseState } from "#domain/registers/releases/release";
import type { Doing, Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { iso, stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";

/** What follows an answer on the telephone. */
export const askActs: Handlers<"release_asks"> = {
  "release_asks.told": (doing) => {
    const { tx, actor, id, version } = doing;
    const ask = rowAt(tx, "release_asks", id, version);
    if (ask.getString("user") !== actor.id) throw new ForbiddenError("Whoever asked says who was told.");
    if (ask.getBool("refused")) throw new ForbiddenError("There was no answer that could be told.");
    if (ask.getString("told") !== "") throw new ForbiddenError("Who was told stands there already.");
    const since = nowMs() - Date.parse(iso(ask.getString("at")));
    if (since > milliseconds(policy.releaseToldWithin))
      throw new ForbiddenError("This answer is an hour old: ask again, it may have changed.");
    const release = standing(doing, ask);
    if (release.getBool("once")) {
      release.set("usedAt", stored(now()));
      release.set("version", release.getInt("version") + 1);
      saveAct(tx, release, "use", { user: actor.id });
    }
    ask.set("told", release.id);
    ask.set("toldAt", stored(now()));
    return saveRow(tx, ask, "told", actor);
  },

  "release_asks.lift": ({ tx, actor, id, version }) => {
    const ask = rowAt(tx, "release_asks", id, version);
    if (!ask.getBool("refused")) throw new ForbiddenError("This was answered: there is nothing to lift.");
    if (ask.getString("liftedAt") !== "") throw new ForbiddenError("This was lifted already.");
    ask.set("liftedAt", stored(now()));
    ask.set("liftedBy", actor.id);
    return saveRow(tx, ask, "lift", actor);
  },
};

/** The release that is said to have been told of: of this record, and one that still stands. */
function standing({ tx, data }: Doing<"release_asks.told">, ask: pb.Record): pb.Record {
  const params = { id: data.release, ref: ask.getString("recordRef") };
  const [release] = tx.findRecordsByFilter("releases", "id = {:id} && recordRef = {:ref}", "", 1, 0, params);
  if (!release) refuse("data.release", "unknown", "There is no such release of this record.");
  const text = (column: string) => release.getString(column);
  const days = {
    validFrom: text("validFrom"),
    expiresOn: text("expiresOn"),
    revokedAt: text("revokedAt"),
    usedAt: text("usedAt"),
  };
  if (releaseState(days, clinicTime(tx).date(nowMs())) !== "stands")
    refuse("data.release", "ended", "This release does not stand any more: tell nobody.");
  return release;
}
