import { icoDue, unanswered } from "#domain/registers/incidents/clock";
import { whyNotInCase } from "#domain/registers/incidents/may-act-on";
import type { DecideItem, RunningOut } from "#domain/work/my-work";
import type { Caller } from "../../../base/caller.ts";
import { msIn } from "../../../base/instants.ts";
import { nameOf } from "../../../people/names.ts";
import { caseFactsOf, casesFor } from "../case-facts.ts";

/** Clocks that run, by nearest end. Of each incident one: the provisional clock until it is answered, then the ICO's. */
export function runningOutFor(app: pb.App, person: Caller, nowMs: number): RunningOut[] {
  return casesFor(app, person, open)
    .flatMap((breach): RunningOut[] => {
      const triage = breach.getString("state") === "reported";
      const start = clockFrom(breach);
      if (start === undefined) return [];
      const row = {
        id: breach.id,
        number: breach.getInt("number"),
        title: breach.getString("title"),
        clock: triage ? "provisional" : "ico",
        from: new Date(start).toISOString(),
        due: new Date(icoDue(start)).toISOString(),
        holder: nameOf(app, breach.getString("holder")),
        unanswered: triage && unanswered(start, nowMs),
      } satisfies RunningOut;
      return [row];
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1));
}

/** Start of a case's clock, in milliseconds. */
const clockFrom = (breach: pb.Record): number | undefined =>
  msIn(breach, breach.getString("state") === "reported" ? "provisionalFrom" : "awareAt");

/** Where no clock runs, or the ICO is told already, a case comes after all others. */
const urgency = (breach: pb.Record): number =>
  (breach.getString("icoSentAt") === "" ? clockFrom(breach) : undefined) ?? Number.MAX_SAFE_INTEGER;

const open =
  "(state = 'reported' && provisionalFrom != '') || (state = 'breach' && awareAt != '' && icoSentAt = '' && controllerIco != 'record-only')";

/** What this person is asked to decide, by nearest end of its clock: nothing that concerns themselves. */
export function decisionsFor(app: pb.App, person: Caller): DecideItem[] {
  const cases = casesFor(app, person, "state = 'reported' || state = 'breach'");
  return cases
    .sort((a, b) => urgency(a) - urgency(b))
    .flatMap((breach): DecideItem[] => {
      const facts = caseFactsOf(app, breach);
      const may = (act: "triage" | "advise" | "decide") => whyNotInCase(person, act, facts) === undefined;
      const item = { id: breach.id, number: breach.getInt("number"), title: breach.getString("title") };
      const has = (field: string) => breach.getString(field) !== "";
      if (breach.getString("state") === "reported") return may("triage") ? [{ ...item, what: "triage" }] : [];
      if (!has("leadAt") && may("advise")) return [{ ...item, what: "advise" }];
      if (!has("controllerAt") && may("decide")) return [{ ...item, what: "decide" }];
      if (breach.getString("controllerIco") === "tell" && !has("icoSentAt") && may("decide")) {
        return [{ ...item, what: "notify" }];
      }
      return [];
    });
}
