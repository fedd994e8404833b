import { isBefore } from "#domain/registers/incidents/clock";
import { type AccountStep, accountSteps } from "#domain/registers/incidents/kinds";
import { type MovedTime, movedTimes } from "#domain/registers/incidents/moved-times";
import { asSubject, requireMay } from "../../../acts/row.ts";
import { now } from "../../../base/clock.ts";
import { execute } from "../../../base/database.ts";
import { instantIn, msIn } from "../../../base/instants.ts";
import { newId } from "../../../base/new-id.ts";
import { refuse } from "../../../base/refusal.ts";
import { newRecord } from "../../../base/rows.ts";
import { requirePast } from "../../../clinic/past.ts";
import { append } from "../../../ledger/chain/append.ts";
import { saveMoving } from "../../../ledger/chain/register-hook.ts";
import { noteChange } from "../../../ledger/chain/row-changes.ts";
import { closeConnections, connectionsOf } from "../../../people/sessions.ts";
import { actorIn, type Case, requireReasons } from "../incident.ts";
import { lacksWhy, putInstant, tellMoved } from "../moved.ts";
import { tell } from "../timeline.ts";
import { onCase } from "./on-case.ts";

/** Accounts that a breach may have opened: informed, then reset, then confirmed; another order takes a reason. */
export const accountActs = onCase({
  "breaches.account": (one, data) => {
    const { tx, breach, actor } = one;
    const row = rowOf(one, data.user, data.system);
    const resetsHere = data.system === "ours" && data.step === "reset";
    // Our own reset is done by this act: whoever asks for it doesn't say when it was.
    const at = resetsHere || data.at === undefined ? now() : data.at;
    let moved: readonly MovedTime[] = [];
    if (data.step !== undefined) {
      if (data.seen !== undefined && data.seen !== (instantIn(row, `${data.step}At`) ?? "")) {
        refuse("data.step", "known", "Somebody has recorded this meanwhile. Look at it as it is now.");
      }
      const ms = requirePast(tx, "data.at", at);
      const wrong = outOfOrder(row, data.step, ms);
      if (wrong !== undefined && data.reason === undefined) refuse("data.reason", "missing", wrong);
      const field = `${data.step}At`;
      moved = movedTimes({ [field]: instantIn(row, field) ?? "" }, { [field]: at });
      requireReasons({ "data.reason": lacksWhy(moved, data.reason) });
      putInstant(row, field, at);
      if (wrong !== undefined) row.set("orderReason", data.reason);
      if (resetsHere) endSessions(one, data.user);
    }
    saveMoving(tx, row, data.step ?? "account", actorIn(breach, actor.id), moved);
    const text = [data.system, data.step, data.reason].filter((part) => part !== undefined).join(": ");
    tell(tx, breach.id, { kind: "system", what: "account", text, by: actor.id, at });
    tellMoved(tx, breach, moved, actor.id, `${data.system}, ${data.step}`);
    return { id: row.id, version: breach.getInt("version") };
  },
});

/** Why a step at this time needs a reason; undefined where it stands in its order, or the reason is known. */
function outOfOrder(row: pb.Record, step: AccountStep, ms: number): string | undefined {
  const place = accountSteps.indexOf(step);
  const timeOf = (other: AccountStep) => msIn(row, `${other}At`);
  const skipped = accountSteps.slice(0, place).filter((before) => {
    const then = timeOf(before);
    return then === undefined || isBefore(ms, then);
  });
  if (skipped.length > 0) return `Not ${skipped.join(", not ")} yet: say why in this order.`;
  const earlier = accountSteps.slice(place + 1).filter((after) => {
    const then = timeOf(after);
    return then !== undefined && isBefore(then, ms);
  });
  if (earlier.length === 0 || row.getString("orderReason") !== "") return undefined;
  return `${earlier.join(" and ")} before that: say why in this order.`;
}

function rowOf({ tx, breach }: Case, user: string, system: string): pb.Record {
  const [known] = tx.findRecordsByFilter(
    "breach_accounts",
    "breach = {:breach} && user = {:user} && system = {:system}",
    "",
    1,
    0,
    { breach: breach.id, user, system },
  );
  if (known) return known;
  if (tx.findRecordsByFilter("users", "id = {:user}", "", 1, 0, { user }).length === 0) {
    refuse("data.user", "unknown", "Choose somebody of the clinic.");
  }
  return newRecord(tx, "breach_accounts", { id: newId(), breach: breach.id, user, system });
}

/**
 * Our own reset: every sign-in of this person ends, open pages with it.
 *
 * @throws {ForbiddenError} For whoever may not do so outside a case: nobody makes an incident to throw the lead out.
 */
function endSessions({ tx, breach, actor }: Case, user: string): void {
  const person = tx.findRecordById("users", user);
  requireMay(actor, "users.endSessions", asSubject(person));
  const open = connectionsOf(tx, [user]);
  execute(tx, "UPDATE users SET tokenKey = {:key}, version = version + 1 WHERE id = {:user}", {
    user,
    key: $security.randomString(50),
  });
  noteChange(tx, { collection: "users", id: user, version: person.getInt("version") + 1 }, actor.id);
  append(tx, [{ kind: "auth.reset", ...actorIn(breach, actor.id), detail: resetDetail(user) }]);
  closeConnections(tx, open);
}

const resetDetail = (of: string) => ({ v: 1, what: "sessions", of });
