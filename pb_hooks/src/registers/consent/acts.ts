import { isRealDay } from "#domain/base/civil-date";
import { type PurposeKey, purposeOf } from "#domain/law/sharing-purposes";
import { isReferenceOf } from "#domain/ledger/given/unfit";
import {
  countsToday,
  type Decided,
  decisionProblem,
  defaultOf,
  purposesAt,
  type SaidHow,
} from "#domain/registers/consent/consent";
import { followUpOf } from "#domain/registers/consent/follow-up";
import { isPatientNumber } from "#domain/registers/screened";
import type { Doing, Handlers } from "../../acts/doing.ts";
import { Conflict, rowAt, saveRow } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";
import { giveOnce, tellRecipients } from "../actions/follow-up.ts";
import { isUndone } from "./rows.ts";

type Entry = Doing<"consents.decide">["data"];

/** What a decision says, as both its row and its history keep it. */
interface Said {
  readonly decision: Decided;
  readonly how: SaidHow;
  readonly takenBy: string;
  readonly wording: string;
  readonly evidence: string;
  readonly from: string;
  readonly until: string;
  readonly effect: string;
  readonly effectBy: string;
}

/** What patients decided: one row a record and purpose; what stood before is in its history. */
export const consentActs: Handlers<"consents"> = {
  "consents.decide": ({ tx, actor, id, version, data }) => {
    const stands = id === "" ? undefined : rowAt(tx, "consents", id, version);
    requireReference(data);
    const { system, recordRef, purpose, ...rest } = data;
    const said: Said = { wording: "", evidence: "", until: "", effect: "", effectBy: "", ...rest };
    requireFits(tx, purpose, said);
    requireLead(actor, purpose);
    const row = stands ?? rowOf(tx, data);
    if (row.getString("purpose") !== purpose || row.getString("recordRef") !== recordRef)
      refuse("data.purpose", "does-not-fit", "This row is of another record or purpose.");
    return decided(tx, actor, row, said);
  },

  "consents.turn": ({ tx, actor, id, version, data: { how, evidence = "" } }) => {
    const row = rowAt(tx, "consents", id, version);
    const purpose = row.getString("purpose") as PurposeKey;
    requireLead(actor, purpose);
    const today = clinicTime(tx).date(nowMs());
    const now = countsToday(standing(row), today) ?? defaultOf(purposeOf(purpose).can);
    const decision = now === "yes" ? "no" : "yes";
    const said: Said = {
      ...{ decision, how, takenBy: actor.id, from: today, until: "" },
      ...{ wording: row.getString("wording"), evidence, effect: "", effectBy: "" },
    };
    requireFits(tx, purpose, said);
    return decided(tx, actor, row, said);
  },
};

/** Saves the decision and its step in the history, in the transaction of the act. */
function decided(tx: pb.App, actor: Caller, row: pb.Record, said: Said) {
  const stood = row.isNew() || isUndone(tx, row.getString("imported")) ? undefined : standing(row);
  keepImported(tx, row);
  const kept = { ...said, by: actor.id, at: stored(now()) };
  for (const [field, value] of Object.entries(kept)) row.set(field, value);
  row.set("imported", "");
  const answer = saveRow(tx, row, said.decision === "yes" ? "say-yes" : "say-no", actor);
  const step = newRecord(tx, "consent_steps", { ...kept, id: newId(), consent: row.id });
  saveFor(tx, step, { user: actor.id });
  follow(tx, actor, row, stood, said.decision);
  return answer;
}

/** What a row decides, from when to when. */
const standing = (row: pb.Record) => ({
  purpose: row.getString("purpose") as PurposeKey,
  decision: row.getString("decision") as Decided,
  from: row.getString("from"),
  until: row.getString("until"),
});

/** What has to be done once a patient says no is given to somebody; of a restriction whoever had the data is told as well. */
function follow(
  tx: pb.App,
  actor: Caller,
  row: pb.Record,
  stood: ReturnType<typeof standing> | undefined,
  decision: Decided,
): void {
  const purpose = row.getString("purpose") as PurposeKey;
  const one = followUpOf(purpose, stood, decision, clinicTime(tx).date(nowMs()));
  if (!one) return;
  const following = { register: "consents", subject: row.id, owner: "" } as const;
  giveOnce(tx, actor, following, one.text, one.within);
  const record = { system: row.getString("system"), recordRef: row.getString("recordRef") };
  if (purpose === "restricted")
    tellRecipients(tx, actor, { ...following, ...record }, "that its use is restricted");
}

/** What a file brought in has no step yet: before it changes, it gets its own. */
function keepImported(tx: pb.App, row: pb.Record): void {
  if (row.getString("imported") === "" || isUndone(tx, row.getString("imported"))) return;
  const names = [
    "decision",
    "how",
    "takenBy",
    "wording",
    "evidence",
    "from",
    "until",
    "effect",
    "effectBy",
    "by",
    "at",
  ];
  const before = Object.fromEntries(names.map((name) => [name, row.getString(name)]));
  const step = newRecord(tx, "consent_steps", { ...before, id: newId(), consent: row.id });
  saveFor(tx, step, { user: row.getString("by") });
}

/** The row of this record and purpose, where one may be begun. @throws {Conflict} If a decision stands that was not seen. */
function rowOf(tx: pb.App, { system, recordRef, purpose }: Entry): pb.Record {
  const filter = "recordRef = {:recordRef} && system = {:system} && purpose = {:purpose}";
  const [row] = tx.findRecordsByFilter("consents", filter, "", 1, 0, { recordRef, system, purpose });
  if (!row)
    return newRecord(tx, "consents", { id: newId(), system, recordRef, purpose, imported: "", version: 0 });
  if (!isUndone(tx, row.getString("imported"))) throw new Conflict(row, 0);
  return row;
}

function requireReference({ system, recordRef }: Entry): void {
  if (isPatientNumber(recordRef) || !isReferenceOf(system, recordRef))
    refuse("data.recordRef", "invalid_format", "This is no reference of a record in that system.");
}

function requireFits(tx: pb.App, purpose: PurposeKey, said: Said): void {
  for (const field of ["from", "until"] as const)
    if (said[field] !== "" && !isRealDay(said[field]))
      refuse(`data.${field}`, "invalid_format", "There is no such day.");
  for (const field of ["takenBy", "effectBy"] as const) {
    const filter = "id = {:id} && active = true && role != 'auditor'";
    const id = said[field];
    if (id !== "" && tx.findRecordsByFilter("users", filter, "", 1, 0, { id }).length === 0)
      refuse(`data.${field}`, "unknown", "Choose somebody who works here.");
  }
  const answers = answersOf(tx);
  const open = answers ? purposesAt(answers) : [];
  const problem = decisionProblem({ purpose, ...said }, open, clinicTime(tx).date(nowMs()));
  if (problem) refuse(`data.${problem.field}`, "does-not-fit", problem.says);
}

function requireLead(actor: Caller, purpose: PurposeKey): void {
  if (purposeOf(purpose).leadOnly && actor.role !== "dpo")
    throw new ForbiddenError("Only the lead says who is staff, or kin of staff.");
}
