import { type ClosingFacts, missingForClosing } from "#domain/registers/incidents/state";
import { now } from "../../../base/clock.ts";
import { rowsOf } from "../../../base/database.ts";
import { stored } from "../../../base/time.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { actorIn, type Case, saveCase, stateOf } from "../incident.ts";
import { lawClocksIn } from "../law/clocks.ts";
import { entryOf } from "../timeline.ts";
import { onCase } from "./on-case.ts";

export const endingActs = onCase({
  "breaches.withdraw": (one, data) => {
    const { breach, actor } = one;
    breach.set("state", "withdrawn");
    breach.set("triageVerdict", "neither");
    breach.set("triageReason", data.reason);
    breach.set("triagedBy", actor.id);
    breach.set("triagedAt", stored(now()));
    return saveCase(one, "withdraw", { kind: "decision", text: data.reason });
  },

  "breaches.close": (one, data) => {
    const { breach, actor } = one;
    const gaps = missingForClosing(stateOf(breach), closingFacts(one));
    if (gaps.length > 0 && data.reason === undefined) {
      const told: { [field: string]: ValidationError } = {
        "data.reason": new ValidationError(
          "missing",
          "Something is missing: say why it is closed all the same.",
        ),
      };
      for (const gap of gaps) told[`gaps.${gap}`] = new ValidationError(gap, "This is missing.");
      throw new BadRequestError("Something is missing.", told);
    }
    breach.set("stateBefore", stateOf(breach));
    breach.set("state", "closed");
    breach.set("closedAt", stored(now()));
    breach.set("closedBy", actor.id);
    breach.set("closedReason", data.reason ?? "");
    breach.set("closedGaps", gaps);
    return saveCase(one, "close", { kind: "decision", text: data.reason });
  },

  "breaches.reopen": (one, data) => {
    const { breach } = one;
    breach.set("state", breach.getString("stateBefore") || "reported");
    for (const field of ["closedAt", "closedBy", "closedReason"]) breach.set(field, "");
    breach.set("closedGaps", []);
    return saveCase(one, "reopen", { kind: "decision", text: data.reason });
  },

  "breaches.addendum": (one, data) => {
    const { tx, breach, actor } = one;
    const entry = entryOf(tx, breach.id, { kind: "addendum", text: data.text, by: actor.id });
    saveAct(tx, entry, "addendum", actorIn(breach, actor.id));
    return { id: entry.id, version: breach.getInt("version"), number: entry.getInt("seq") };
  },
});

function closingFacts({ tx, breach }: Case): ClosingFacts {
  const count = (select: string) =>
    Number(rowsOf(tx, ["n"], `SELECT count(*) AS n FROM ${select}`, { id: breach.id })[0]?.[0]);
  const has = (field: string) => breach.getString(field) !== "";
  const actions = "actions WHERE breach = {:id} AND cancelledAt = ''";
  const cause = breach.getString("cause");
  return {
    triaged: has("triagedAt"),
    assessed: has("toolAdvice"),
    controllerDecided: has("controllerAt"),
    icoOwed: breach.getString("controllerIco") === "tell" && !has("icoSentAt"),
    peopleOwed:
      breach.getString("controllerPeople") === "tell"
        ? count("breach_people WHERE breach = {:id} AND toBeTold = TRUE AND toldAt = ''")
        : 0,
    contained: has("containedAt"),
    causeKnown: cause !== "" && cause !== "not-known-yet",
    openActions: count(`${actions} AND doneAt = ''`),
    unverifiedActions: count(`${actions} AND doneAt <> '' AND verifiedAt = ''`),
    accountsOpen: count("breach_accounts WHERE breach = {:id} AND confirmedAt = ''"),
    lawOwed: lawClocksIn(tx, breach).length,
  };
}
