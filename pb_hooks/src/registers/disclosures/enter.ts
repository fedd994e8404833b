import { isRealDay } from "#domain/base/civil-date";
import { isReferenceOf } from "#domain/ledger/given/unfit";
import { type DisclosureDetail, detailProblem } from "#domain/registers/disclosures/disclosure";
import { isPatientNumber } from "#domain/registers/screened";
import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";

/** What may be said beside a disclosure, where nothing is. */
export const nothingSaid = {
  ...{ system: "", recordRef: "", purpose: "", ground: "", section: "", consent: "", consentWhy: "" },
  ...{ harmIfNot: "", harmIf: "", capacity: "", secondOpinion: "", told: "", toldWhy: "", checked: "" },
  ...{ confirmedOn: "", copies: "", event: "", reviewOn: "", registration: "", smallest: -1, share: "" },
  ...{ disease: "", suspectedOn: "" },
} as const;
type Detail = { readonly [Field in keyof typeof nothingSaid]: string | number };

/** What was given or refused, as it is entered. */
export interface Entered extends Partial<Detail> {
  readonly receiver: string;
  readonly outcome: "given" | "refused";
  readonly [field: string]: unknown;
}

/** Saves what was given or refused, in the transaction of its act. */
export function enterDisclosure(tx: pb.App, actor: Caller, entered: Entered): pb.Record {
  const refused = entered.outcome === "refused";
  const row = newRecord(tx, "disclosures", {
    ...nothingSaid,
    ...entered,
    ...(refused && { given: "", others: "", how: "" }),
    id: newId(),
    by: actor.id,
    at: stored(now()),
    version: 1,
  });
  saveAct(tx, row, refused ? "refuse" : "give", { user: actor.id });
  return row;
}

/** @throws {BadRequestError} If what is said beside it does not fit. @param today - Civil date at the clinic. */
export function requireDetail(
  tx: pb.App,
  said: Partial<Detail> & { readonly outcome: "given" | "refused" },
  today: string,
): void {
  const all = { ...nothingSaid, ...said };
  const problem = detailProblem(all as unknown as DisclosureDetail, said.outcome);
  if (problem) refuse(`data.${problem.field}`, "does-not-fit", problem.says);
  for (const field of ["confirmedOn", "reviewOn", "suspectedOn"] as const)
    if (all[field] !== "" && !isRealDay(String(all[field])))
      refuse(`data.${field}`, "invalid_format", "There is no such day.");
  for (const field of ["confirmedOn", "suspectedOn"] as const)
    if (String(all[field]) > today) refuse(`data.${field}`, "in-future", "This day is still to come.");
  if (all.reviewOn !== "" && String(all.reviewOn) < today)
    refuse("data.reviewOn", "in-past", "This day has passed.");
  requireRecord(String(all.system), String(all.recordRef));
  const { event } = all;
  if (event !== "" && tx.findRecordsByFilter("events", "id = {:event}", "", 1, 0, { event }).length === 0)
    refuse("data.event", "unknown", "There is no such event.");
}

/** @throws {BadRequestError} For a reference without its system, or one that is none. */
export function requireRecord(system: string, recordRef: string): void {
  if (system === "" && recordRef === "") return;
  if (system === "") refuse("data.system", "missing", "Say of which clinical system the record is.");
  if (recordRef === "") refuse("data.recordRef", "missing", "Say which record, by its reference.");
  if (isPatientNumber(recordRef) || !isReferenceOf(system, recordRef))
    refuse("data.recordRef", "invalid_format", "This is no reference of a record in that system.");
}
