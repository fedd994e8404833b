import { type AccountStep, accountSteps } from "#domain/breach/kinds";
import { now } from "../../clock.ts";
import { append } from "../../ledger/append.ts";
import { execute } from "../../ledger/database.ts";
import { saveAct } from "../../ledger/register-hook.ts";
import { refuse } from "../../people/refusal.ts";
import { newRecord } from "../../people/rows.ts";
import { newId } from "../../people/secrets.ts";
import { closeConnections, connectionsOf } from "../../people/sessions.ts";
import { actorIn, type Case } from "../incident.ts";
import { tell } from "../timeline.ts";
import { instantIn, requirePast, setInstant } from "../times.ts";
import { type ActsOf, onCase } from "./handlers.ts";

/** Accounts that a breach may have opened: informed, then reset, then confirmed; another order takes a reason. */
export const accountActs: ActsOf<"breaches.account"> = {
  "breaches.account": onCase<"breaches.account">({ act: "work", state: "work", adds: true }, (one, data) => {
    const { tx, breach, actor } = one;
    const row = rowOf(one, data.user, data.system);
    if (data.step !== undefined) {
      const at = data.at ?? now();
      requirePast(tx, "data.at", at);
      const skipped = stepsBefore(data.step).filter((step) => instantIn(row, `${step}At`) === null);
      if (skipped.length > 0 && data.reason === undefined) {
        refuse("data.reason", "missing", `Not ${skipped.join(", not ")} yet: say why in this order.`);
      }
      setInstant(row, `${data.step}At`, at);
      if (skipped.length > 0) row.set("orderReason", data.reason);
      if (data.step === "reset" && data.system === "ours") endSessions(one, data.user);
    }
    saveAct(tx, row, data.step ?? "account", actorIn(breach, actor.id));
    const text = [data.system, data.step, data.reason].filter((part) => part !== undefined).join(": ");
    tell(tx, breach.id, { kind: "system", what: "account", text, by: actor.id });
    return { id: row.id, version: breach.getInt("version") };
  }),
};

const stepsBefore = (step: AccountStep): readonly AccountStep[] =>
  accountSteps.slice(0, accountSteps.indexOf(step));

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

/** Our own reset: every sign-in of this person ends, open pages with it. */
function endSessions({ tx, breach, actor }: Case, user: string): void {
  const open = connectionsOf(tx, [user]);
  execute(tx, "UPDATE users SET tokenKey = {:key}, version = version + 1 WHERE id = {:user}", {
    user,
    key: $security.randomString(50),
  });
  append(tx, [{ kind: "auth.reset", ...actorIn(breach, actor.id), detail: resetDetail(user) }]);
  closeConnections(tx, open);
}

const resetDetail = (of: string) => ({ v: 1, what: "sessions", of });
