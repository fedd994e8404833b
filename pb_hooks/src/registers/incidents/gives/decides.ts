import { whyNotInCase } from "#domain/registers/incidents/may-act-on";
import type { DecideItem } from "#domain/work/my-work";
import type { Caller } from "../../../base/caller.ts";
import { msIn } from "../../../base/instants.ts";
import { caseFactsOf, openCasesFor } from "../case-facts.ts";

/** Start of a case's clock, in milliseconds. Of each case one: the provisional clock until it is answered, then the regulator's. */
export const clockFrom = (breach: pb.Record): number | undefined =>
  msIn(breach, breach.getString("state") === "reported" ? "provisionalFrom" : "awareAt");

/** Nobody answered the provisional clock; or a breach of which the regulator was not told, and not decided that it need not. */
export function clockRuns(breach: pb.Record): boolean {
  if (breach.getString("state") === "reported") return true;
  return (
    breach.getString("state") === "breach" &&
    breach.getString("icoSentAt") === "" &&
    breach.getString("controllerIco") !== "record-only"
  );
}

/** Where no clock runs, or the ICO is told already, a case comes after all others. */
const urgency = (breach: pb.Record): number =>
  (breach.getString("icoSentAt") === "" ? clockFrom(breach) : undefined) ?? Number.MAX_SAFE_INTEGER;

/**
 * What this person is asked to decide, by nearest end of its clock: nothing that concerns themselves, but where nobody else
 * is there, whether they go on alone.
 */
export function decisionsFor(app: pb.App, person: Caller): DecideItem[] {
  return openCasesFor(app, person)
    .filter((breach) => ["reported", "breach"].includes(breach.getString("state")))
    .sort((a, b) => urgency(a) - urgency(b))
    .flatMap((breach): DecideItem[] => {
      const facts = caseFactsOf(app, breach);
      const may = (act: "triage" | "advise" | "decide" | "alone") =>
        whyNotInCase(person, act, facts) === undefined;
      const item = { id: breach.id, number: breach.getInt("number"), title: breach.getString("title") };
      const has = (field: string) => breach.getString(field) !== "";
      const waits = breach.getString("state") === "reported" || !has("leadAt") || !has("controllerAt");
      if (waits && may("alone")) return [{ ...item, what: "alone" }];
      if (breach.getString("state") === "reported") return may("triage") ? [{ ...item, what: "triage" }] : [];
      if (!has("leadAt") && may("advise")) return [{ ...item, what: "advise" }];
      if (!has("controllerAt") && may("decide")) return [{ ...item, what: "decide" }];
      if (breach.getString("controllerIco") === "tell" && !has("icoSentAt") && may("decide")) {
        return [{ ...item, what: "notify" }];
      }
      return [];
    });
}
