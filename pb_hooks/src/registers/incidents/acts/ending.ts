import type { NotTellingGround } from "#domain/law/not-telling";
import { type Answers, lacksExemption } from "#domain/registers/incidents/assessment";
import { lacksDelayReason } from "#domain/registers/incidents/delay-reason";
import { gapInWords } from "#domain/registers/incidents/gaps";
import { type ClosingFacts, missingForClosing } from "#domain/registers/incidents/state";
import { now } from "../../../base/clock.ts";
import { rowsOf } from "../../../base/database.ts";
import { stored } from "../../../base/time.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { tellingIn } from "../delay.ts";
import { actorIn, type Case, saveCase, stateOf } from "../incident.ts";
import { lawClocksIn } from "../law/clocks.ts";
import { entryOf, tell } from "../timeline.ts";
import { objectIn } from "../versions/snapshot-parts.ts";
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
    const facts = closingFacts(one);
    const gaps = missingForClosing(stateOf(breach), facts);
    if (gaps.length > 0 && data.reason === undefined) {
      const told: { [field: string]: ValidationError } = {
        "data.reason": new ValidationError(
          "missing",
          "Something is missing: say why it is closed all the same.",
        ),
      };
      for (const gap of gaps) told[`gaps.${gap}`] = new ValidationError(gap, `${gapInWords(gap, facts)}.`);
      throw new BadRequestError("Something is missing.", told);
    }
    breach.set("stateBefore", stateOf(breach));
    breach.set("state", "closed");
    breach.set("closedAt", stored(now()));
    breach.set("closedBy", actor.id);
    breach.set("closedReason", data.reason ?? "");
    breach.set("closedGaps", gaps);
    const answer = saveCase(one, "close", { kind: "decision", text: data.reason });
    if (gaps.length > 0) {
      const text = `${gaps.map((gap) => gapInWords(gap, facts)).join(". ")}.`;
      tell(one.tx, breach.id, { kind: "system", what: "gaps", text, by: actor.id });
    }
    return answer;
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
  const people = "breach_people WHERE breach = {:id} AND toBeTold = TRUE";
  const actions = "actions WHERE breach = {:id} AND cancelledAt = ''";
  const cause = breach.getString("cause");
  return {
    triaged: has("triagedAt"),
    assessed: has("toolAdvice"),
    controllerDecided: has("controllerAt"),
    exemptionLacks: lacksExemption(
      objectIn(breach, "answers") as Answers,
      breach.getString("controllerPeople"),
      breach.getString("notTelling") as NotTellingGround | "",
    ),
    icoOwed: breach.getString("controllerIco") === "tell" && !has("icoSentAt"),
    delayReasonLacks: lacksDelayReason(tellingIn(breach)),
    tellsPeople: breach.getString("controllerPeople") === "tell",
    peopleToTell: count(people),
    peopleOwed: breach.getString("controllerPeople") === "not" ? 0 : count(`${people} AND toldAt = ''`),
    contained: has("containedAt"),
    causeKnown: cause !== "" && cause !== "not-known-yet",
    openActions: count(`${actions} AND doneAt = ''`),
    unverifiedActions: count(`${actions} AND doneAt <> '' AND verifiedAt = ''`),
    accountsOpen: count("breach_accounts WHERE breach = {:id} AND confirmedAt = ''"),
    lawOwed: lawClocksIn(tx, breach).length,
  };
}
