import type { ActAnswer } from "#domain/api";
import { isRealDay } from "#domain/base/civil-date";
import { isFrom } from "#domain/registers/register";
import { type RequestAct, requestActs as rules } from "#domain/registers/requests/acts";
import { isAnother, moreCounts, wrongIn } from "#domain/registers/requests/checks";
import type { StepKind } from "#domain/registers/requests/facts";
import { gateWords, openGates } from "#domain/registers/requests/gates";
import { stateOf } from "#domain/registers/requests/machine";
import { whyNotOnRequest } from "#domain/registers/requests/may-act-on";
import { stateWords } from "#domain/registers/requests/words";
import { requireCleanData } from "../../acts/clean.ts";
import type { Handlers } from "../../acts/doing.ts";
import { rowAt } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { followDecision } from "./follow.ts";
import { clinicFor, factsFor, peopleOf, stepsOf } from "./rows.ts";
import { addStep } from "./save.ts";
import { requireReference } from "./take.ts";

interface Entering {
  readonly tx: pb.App;
  readonly actor: Caller;
  readonly id: string;
  readonly version: number;
  readonly data: object;
}

/** One entry on the path of a request. */
const entry =
  (kind: StepKind) =>
  ({ tx, actor, id, version, data }: Entering): ActAnswer => {
    const act: RequestAct = `requests.${kind}`;
    const row = readable(tx, id);
    const refusal = whyNotOnRequest(actor, act, peopleOf(row));
    if (refusal !== undefined) throw new ForbiddenError(refusal);
    rowAt(tx, "requests", id, version);
    const clinic = clinicFor(tx);
    const facts = factsFor(row, clinic.nation, stepsOf(tx, id));
    const state = stateOf(facts, clinic.today);
    if (!isFrom(rules[act], state))
      throw new ForbiddenError(`This is not what is asked now. It stands at: ${stateWords[state]}`);
    requireCleanData(act, data);
    const said = texts(data);
    for (const field of ["day", "until", "oldestOn"])
      if (said[field] !== undefined && !isRealDay(said[field]))
        refuse(`data.${field}`, "invalid_format", "There is no such day.");
    const { today, legalForm } = clinic;
    const wrong = wrongIn(kind, { facts, data: said, today, legalForm, by: actor.id });
    if (wrong !== undefined) refuse(`data.${wrong.field}`, "does-not-fit", wrong.says);
    requireOf(tx, kind, said);
    if (kind === "handOver") {
      const open = openGates(facts, clinic.today, nowMs());
      if (open.length > 0)
        throw new ForbiddenError(
          `Not possible yet. Still open: ${open.map((gate) => gateWords[gate]).join(", ")}.`,
        );
    }
    if (
      kind === "record" &&
      isAnother(
        namedBy((field) => row.getString(field)),
        namedBy((field) => said[field]),
      )
    )
      said.another = "yes";
    if (kind === "more" && !moreCounts(facts, said.day ?? "")) said.counts = "no";
    const answer = addStep(tx, row, kind, said, actor, clinic);
    if (kind === "decide") followDecision(tx, actor, row, facts.kind, said);
    return answer;
  };

function readable(tx: pb.App, id: string): pb.Record {
  const [row] = tx.findRecordsByFilter("requests", "id = {:id}", "", 1, 0, { id });
  if (!row) throw new NotFoundError("There is no such row.");
  return row;
}

const texts = (data: object): { [field: string]: string } =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value === "string" && value !== ""));

/** Which record a row or an entry names. */
const namedBy = (saying: (field: "system" | "recordRef") => string | undefined) => ({
  system: saying("system") ?? "",
  recordRef: saying("recordRef") ?? "",
});

/** What an entry names has to be there: a person who can be asked, a record of that system. */
function requireOf(tx: pb.App, kind: StepKind, said: { readonly [field: string]: string }): void {
  if (kind === "record") requireReference(said.system ?? "", said.recordRef ?? "");
  if (kind === "assign") requirePerson(tx, "to", said.to ?? "", "(role = 'manager' || role = 'dpo')");
  if (kind === "opinionAsked")
    requirePerson(tx, "of", said.of ?? "", "practitioner = true && role != 'auditor'");
}

function requirePerson(tx: pb.App, field: string, id: string, who: string): void {
  if (tx.findRecordsByFilter("users", `id = {:id} && active = true && ${who}`, "", 1, 0, { id }).length === 0)
    refuse(`data.${field}`, "unknown", "Choose somebody who works here now and can be asked this.");
}

/** Every entry behind a request. */
export const stepActs: Omit<Handlers<"requests">, "requests.take"> = {
  "requests.record": entry("record"),
  "requests.assign": entry("assign"),
  "requests.identityAsked": entry("identityAsked"),
  "requests.identity": entry("identity"),
  "requests.authority": entry("authority"),
  "requests.which": entry("which"),
  "requests.whichAnswered": entry("whichAnswered"),
  "requests.search": entry("search"),
  "requests.opinionAsked": entry("opinionAsked"),
  "requests.opinion": entry("opinion"),
  "requests.opinionNotNeeded": entry("opinionNotNeeded"),
  "requests.item": entry("item"),
  "requests.itemsDone": entry("itemsDone"),
  "requests.acknowledge": entry("acknowledge"),
  "requests.decide": entry("decide"),
  "requests.progress": entry("progress"),
  "requests.recipients": entry("recipients"),
  "requests.approve": entry("approve"),
  "requests.lift": entry("lift"),
  "requests.more": entry("more"),
  "requests.fee": entry("fee"),
  "requests.feePaid": entry("feePaid"),
  "requests.handOver": entry("handOver"),
  "requests.tellLift": entry("tellLift"),
  "requests.endRestriction": entry("endRestriction"),
  "requests.withdraw": entry("withdraw"),
  "requests.back": entry("back"),
};
