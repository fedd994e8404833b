import type { FourAnswers } from "#domain/law/four-answers";
import { type Answers, lacksExemption } from "#domain/registers/incidents/assessment";
import { lacksDelayReason } from "#domain/registers/incidents/delay-reason";
import type { ClosingFacts } from "#domain/registers/incidents/state";
import type { CaseFile } from "#lib/registers/incidents/api.ts";
import { lawClocksOf } from "#lib/registers/incidents/words/law-clocks-of.ts";
import { tellingOf } from "#lib/registers/incidents/words/telling-of.ts";

/** What `missingForClosing` asks; the server counts the same when it is closed. */
export function closingFacts(
  { incident, affected, accounts, actions }: CaseFile,
  clinic: FourAnswers,
  zone: string,
): ClosingFacts {
  const live = actions.filter(({ cancelledAt }) => cancelledAt === "");
  const people = affected.filter(({ toBeTold }) => toBeTold);
  return {
    triaged: incident.triagedAt !== "",
    assessed: incident.toolAdvice !== "",
    controllerDecided: incident.controllerAt !== "",
    exemptionLacks: lacksExemption(
      incident.answers as Answers,
      incident.controllerPeople,
      incident.notTelling,
    ),
    icoOwed: incident.controllerIco === "tell" && incident.icoSentAt === "",
    delayReasonLacks: lacksDelayReason(tellingOf(incident)),
    tellsPeople: incident.controllerPeople === "tell",
    peopleToTell: people.length,
    peopleOwed: incident.controllerPeople === "not" ? 0 : people.filter(({ toldAt }) => toldAt === "").length,
    contained: incident.containedAt !== "",
    causeKnown: incident.cause !== "" && incident.cause !== "not-known-yet",
    openActions: live.filter(({ doneAt }) => doneAt === "").length,
    unverifiedActions: live.filter(({ doneAt, verifiedAt }) => doneAt !== "" && verifiedAt === "").length,
    accountsOpen: accounts.filter(({ confirmedAt }) => confirmedAt === "").length,
    lawOwed: lawClocksOf(clinic, incident, zone).length,
  };
}
