import { isRealInstant } from "#domain/ledger/check-event";
import { milliseconds, policy } from "#domain/policy";
import { now, nowMs } from "../../../base/clock.ts";
import { newId } from "../../../base/new-id.ts";
import { refuse } from "../../../base/refusal.ts";
import { newRecord } from "../../../base/rows.ts";
import { iso, stored } from "../../../base/time.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { caseFactsOf } from "../case-facts.ts";
import { actorIn, type Case, saveCase } from "../incident.ts";
import { askedAbout } from "../reported/asked-people.ts";
import { declareConflict } from "../reported/conflict.ts";
import { nextNumber } from "../reported/open-incident.ts";
import { tell } from "../timeline.ts";
import { onCase } from "./on-case.ts";

/** Who else is let into a case, until when; and who leaves the deciding to others. */
export const accessActs = onCase({
  "breaches.grant": (one, data) => letIn(one, data.user, data.until, data.reason, "data.user"),

  "breaches.open": (one, data) => {
    const made = data.users.map((user) => letIn(one, user, data.until, data.reason, "data.users"));
    return { ...made[0], id: one.breach.id, version: one.breach.getInt("version") };
  },

  "breaches.endGrant": (one, data) => {
    const { tx, breach, actor } = one;
    const [grant] = tx.findRecordsByFilter("case_grants", "id = {:id} && breach = {:breach}", "", 1, 0, {
      id: data.grant,
      breach: breach.id,
    });
    if (!grant) refuse("data.grant", "unknown", "Nobody was let in so.");
    if (Date.parse(iso(grant.getString("until"))) <= nowMs()) {
      refuse("data.grant", "known", "This access has ended already.");
    }
    grant.set("until", stored(now()));
    saveAct(tx, grant, "end-grant", actorIn(breach, actor.id));
    tell(tx, breach.id, { kind: "system", what: "endGrant", text: data.reason, by: actor.id });
    return { id: grant.id, version: breach.getInt("version") };
  },

  "breaches.openToAll": (one, data) => {
    const { tx, breach } = one;
    if (breach.getInt("number") > 0)
      refuse("id", "open", "Everybody who reads the list sees this one already.");
    breach.set("opened", true);
    breach.set("privateNumber", -breach.getInt("number"));
    breach.set("number", nextNumber(tx));
    const answer = saveCase(one, "open-to-all", { kind: "decision", text: data.reason });
    return { ...answer, number: breach.getInt("number") };
  },

  "breaches.conflict": (one, data) => {
    const { tx, breach, actor, facts } = one;
    if (facts.conflicted.includes(actor.id)) refuse("id", "known", "You have said so already.");
    declareConflict(tx, breach, actor.id, data.reason);
    const asked = askedAbout(tx, caseFactsOf(tx, breach));
    breach.set("holder", asked.holder);
    breach.set("deputy", asked.deputy);
    return saveCase(one, "conflict", { kind: "system" });
  },

  "breaches.alone": (one, data) => {
    const { breach, actor } = one;
    breach.set("aloneBy", actor.id);
    breach.set("aloneReason", data.reason);
    breach.set("aloneAt", stored(now()));
    return saveCase(one, "alone", { kind: "decision", text: data.reason });
  },
});

function letIn(
  { tx, breach, actor, facts }: Case,
  user: string,
  until: string,
  reason: string,
  field: string,
) {
  if (!isRealInstant(until) || Date.parse(until) <= nowMs()) {
    refuse("data.until", "past", "Say until when: a time to come.");
  }
  if (Date.parse(until) > nowMs() + milliseconds(policy.grantLongest)) {
    refuse("data.until", "too-late", "Nobody is let in for more than a year at once.");
  }
  if (user === facts.about) refuse(field, "about", "The case is about this person.");
  const here = tx.findRecordsByFilter("users", "id = {:user} && active = true && enrolled = true", "", 1, 0, {
    user,
  });
  if (here.length === 0) refuse(field, "unknown", "Choose somebody who can sign in now.");
  const grant = newRecord(tx, "case_grants", {
    id: newId(),
    breach: breach.id,
    user,
    scope: "case",
    until: stored(until),
    by: actor.id,
    reason,
    at: stored(now()),
  });
  saveAct(tx, grant, "grant", actorIn(breach, actor.id));
  tell(tx, breach.id, { kind: "system", what: "grant", text: reason, by: actor.id });
  return { id: grant.id, version: breach.getInt("version") };
}
