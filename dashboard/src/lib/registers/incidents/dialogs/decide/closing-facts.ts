import type { FourAnswers } from "#domain/law/four-answers";
import type { ClosingFacts } from "#domain/registers/incidents/state";
import type { CaseFile } from "#lib/registers/incidents/api.ts";
import { lawClocksOf } from "#lib/registers/incidents/words/law-clocks-of.ts";

/** What `missingForClosing` asks; the server counts the same when it is closed. */
export function closingFacts(
  { incident, affected, accounts, actions }: CaseFile,
  clinic: FourAnswers,
  zone: string,
): ClosingFacts {
  const live = actions.filter(({ cancelledAt }) => cancelledAt === "");
  return {
    triaged: incident.triagedAt !== "",
    assessed: incident.toolAdvice !== "",
    controllerDecided: incident.controllerAt !== "",
    icoOwed: incident.controllerIco === "tell" && incident.icoSentAt === "",
    peopleOwed:
      incident.controllerPeople === "tell"
        ? affected.filter(({ toBeTold, toldAt }) => toBeTold && toldAt === "").length
        : 0,
    contained: incident.containedAt !== "",
    causeKnown: incident.cause !== "" && incident.cause !== "not-known-yet",
    openActions: live.filter(({ doneAt }) => doneAt === "").length,
    unverifiedActions: live.filter(({ doneAt, verifiedAt }) => doneAt !== "" && verifiedAt === "").length,
    accountsOpen: accounts.filter(({ confirmedAt }) => confirmedAt === "").length,
    lawOwed: lawClocksOf(clinic, incident, zone).length,
  };
}
