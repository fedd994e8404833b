import type { ActData } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import { breachActs, type OnCase } from "#domain/registers/incidents/acts";
import { requireCleanData } from "../../../acts/clean.ts";
import type { ActsOf, Doing } from "../../../acts/doing.ts";
import { type Case, caseAt } from "../incident.ts";

type Run<A extends OnCase> = (one: Case, data: ActData<A>) => ActAnswer;

/**
 * Acts on an incident: each finds it, asks what the table says of the act (may this person, is this its state, is this
 * its version), and has every sentence screened, before anything is changed.
 */
export function onCase<A extends OnCase>(runs: { readonly [K in A]: Run<K> }): ActsOf<A> {
  const entries = (Object.keys(runs) as A[]).map((action) => [action, doingOf(action, runs[action])]);
  return Object.fromEntries(entries);
}

function doingOf<A extends OnCase>(action: A, run: Run<A>): (doing: Doing<A>) => ActAnswer {
  return (doing) => {
    const one = caseAt(doing, breachActs[action]);
    requireCleanData(action, doing.data);
    return run(one, doing.data);
  };
}
