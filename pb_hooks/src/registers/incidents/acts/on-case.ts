import type { ActData, Action } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import { isOwnPart } from "#domain/registers/incidents/ico-form";
import { icoQuestions } from "#domain/registers/incidents/ico-questions";
import { namedIn, numberedIn } from "#domain/registers/screened";
import { requireCleanData } from "../../../acts/clean.ts";
import type { Doing } from "../../../acts/doing.ts";
import { type Case, caseAt, type Needs } from "../incident.ts";

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
    const data = doing.data as { readonly [field: string]: unknown };
    requireCleanData(data, asksForOwn(data) ? numberedIn : namedIn);
    return run(one, doing.data);
  };
}

/** An answer of the form about the clinic itself, whose own contacts are no patient's. */
const asksForOwn = ({ key }: { readonly [field: string]: unknown }): boolean =>
  icoQuestions.some((question) => question.key === key && isOwnPart(question.part));
