import type { ActData, Action } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import type { Doing } from "../../../acts/act.ts";
import { type Case, caseAt, type Needs } from "../incident.ts";
import { requireCleanData } from "../written.ts";

/** Handlers of these acts and no others. */
export type ActsOf<A extends Action> = { readonly [K in A]: (doing: Doing<K>) => ActAnswer };

/**
 * An act on an incident: finds it, asks whether this person may do this now, and has every sentence screened, before
 * anything is changed.
 */
export function onCase<A extends Action>(
  needs: Needs,
  run: (one: Case, data: ActData<A>) => ActAnswer,
): (doing: Doing<A>) => ActAnswer {
  return (doing) => {
    const one = caseAt(doing, needs);
    requireCleanData(doing.data as { readonly [field: string]: unknown });
    return run(one, doing.data);
  };
}
