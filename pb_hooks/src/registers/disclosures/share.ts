import { isRealDay } from "#domain/base/civil-date";
import { judged } from "#domain/law/share/judge";
import type { ShareAnswers } from "#domain/law/share/questions";
import type { ShareRule } from "#domain/law/share/rule";
import { smallCount } from "#domain/registers/disclosures/disclosure";
import { formIn, groundIn, isRegistration, receiverIn } from "#domain/registers/disclosures/share";
import { requireClean } from "../../acts/clean.ts";
import type { Doing, Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { iso, stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { enterDisclosure, requireRecord } from "./enter.ts";

type Entry = Doing<"shares.record">["data"];

/** *May I share?* on the record. What the answers come to is worked out here once more, by the same rules. */
export const shareActs: Handlers<"shares"> = {
  "shares.record": ({ tx, actor, data }) => {
    const answers = data.answers as ShareAnswers;
    const { rule, needed } = judged(answers);
    if (rule === undefined)
      refuse("data.answers", "open", `Something is still open that may change the answer: ${needed[0]}.`);
    requireEntry(data, clinicTime(tx).date(nowMs()));
    const outcome = outcomeOf(rule, actor);
    if (outcome === "given") requireGate(data, rule);
    const share = newRecord(tx, "shares", {
      ...blank,
      ...data,
      professionalAt: data.professionalAt === undefined ? "" : stored(data.professionalAt),
      answers: JSON.stringify(answers),
      ...{ id: newId(), rule: rule.id, verdict: rule.verdict, by: actor.id, at: stored(now()), version: 0 },
      ...(outcome === "asked"
        ? { state: "asked", given: "", how: "" }
        : { state: "recorded", decision: outcome, decidedBy: actor.id, decidedAt: stored(now()) }),
    });
    if (outcome !== "asked") share.set("disclosure", disclosed(tx, actor, share, rule, outcome));
    return saveRow(tx, share, outcome === "asked" ? "ask-lead" : `record-${outcome}`, actor);
  },

  "shares.decide": ({ tx, actor, id, version, data }) => {
    const share = rowAt(tx, "shares", id, version);
    if (share.getString("state") !== "asked")
      throw new ForbiddenError("This was decided already: it stays as it is.");
    if (share.getString("by") === actor.id && actor.role !== "dpo")
      throw new ForbiddenError("Somebody else decides what you asked.");
    const given = data.decision === "given";
    if (given && (data.given === undefined || data.how === undefined))
      refuse("data.given", "missing", "Say what was given, and how.");
    const { rule } = judged(JSON.parse(share.getString("answers")) as ShareAnswers);
    share.set("state", "decided");
    share.set("decision", data.decision);
    share.set("decidedBy", actor.id);
    share.set("decidedAt", stored(now()));
    share.set("decidedWhy", data.reason);
    if (given) {
      share.set("given", data.given);
      share.set("how", data.how);
    }
    share.set("disclosure", disclosed(tx, actor, share, rule, data.decision));
    return saveRow(tx, share, `decide-${data.decision}`, actor);
  },
};

const blank = {
  ...{ system: "", recordRef: "", organisation: "", reference: "", given: "", how: "", disclosure: "" },
  ...{ professionalName: "", professionalBody: "", professionalNumber: "", disease: "", suspectedOn: "" },
  ...{ decision: "", decidedBy: "", decidedAt: "", decidedWhy: "", smallest: -1 },
} as const;

/** A permit that is the lead’s is the lead’s, whoever asked: from anybody else it goes there. */
function outcomeOf({ verdict, decides }: ShareRule, actor: Caller): "given" | "refused" | "asked" {
  if (verdict === "refuse") return "refused";
  if (verdict === "ask") return "asked";
  return decides === "lead" && actor.role === "staff" ? "asked" : "given";
}

function requireEntry(data: Entry, today: string): void {
  for (const field of ["asked", "given", "reference", "disease"] as const)
    if (data[field] !== undefined) requireClean(`data.${field}`, data[field]);
  requireRecord(data.system ?? "", data.recordRef ?? "");
  if (data.suspectedOn !== undefined) {
    if (!isRealDay(data.suspectedOn)) refuse("data.suspectedOn", "invalid_format", "There is no such day.");
    if (data.suspectedOn > today) refuse("data.suspectedOn", "in-future", "This day is still to come.");
  }
}

/** @throws {BadRequestError} While a gate of the rule is open: what was given, who decided it, with body and number. */
function requireGate(data: Entry, rule: ShareRule): void {
  if (data.given === undefined) refuse("data.given", "missing", "Say what was given.");
  if (data.how === undefined) refuse("data.how", "missing", "Say how it was handed over.");
  if (rule.id === "anonymous-figures") requireCount(data.smallest);
  if (rule.decides !== "professional") return;
  const { professionalName, professionalBody, professionalNumber = "", professionalAt } = data;
  if (professionalName === undefined)
    refuse("data.professionalName", "missing", "Say which registered professional decided.");
  if (professionalBody === undefined) refuse("data.professionalBody", "missing", "Say with which body.");
  if (!isRegistration(professionalBody, professionalNumber))
    refuse("data.professionalNumber", "invalid_format", `This is no number of ${professionalBody}.`);
  if (professionalAt === undefined) refuse("data.professionalAt", "missing", "Say at which time.");
  if (Date.parse(professionalAt) > nowMs() + 60_000)
    refuse("data.professionalAt", "in-future", "This time is still to come.");
  if (rule.id !== "notifiable-disease") return;
  if (professionalBody !== "GMC")
    refuse("data.professionalBody", "does-not-fit", "A registered medical practitioner notifies: GMC.");
  if (data.disease === undefined) refuse("data.disease", "missing", "Say which disease is suspected.");
  if (data.suspectedOn === undefined)
    refuse("data.suspectedOn", "missing", "Say since which day it is suspected.");
}

function requireCount(smallest: number | undefined): void {
  if (smallest === undefined) refuse("data.smallest", "missing", "Say the smallest count in the figures.");
  if (smallest > 0 && smallest < smallCount)
    refuse("data.smallest", "does-not-fit", `A count below ${smallCount} may tell who it is: leave it out.`);
}

/** The disclosure that an answer makes. @returns Its id. */
function disclosed(
  tx: pb.App,
  actor: Caller,
  share: pb.Record,
  rule: ShareRule | undefined,
  outcome: "given" | "refused",
): string {
  const answers = JSON.parse(share.getString("answers")) as ShareAnswers;
  const text = (column: string): string => share.getString(column);
  const time = clinicTime(tx);
  const given = outcome === "given";
  const why = text("decidedWhy");
  const registration = [text("professionalBody"), text("professionalNumber")].filter(Boolean).join(" ");
  return enterDisclosure(tx, actor, {
    receiver: receiverIn(answers),
    organisation: text("organisation"),
    reference: text("reference"),
    form: formIn(answers),
    askedOn: time.date(Date.parse(iso(text("at")))),
    asked: text("asked"),
    outcome,
    minimum: why || `${rule?.ground ?? ""} ${rule?.condition ?? ""}`.trim(),
    given: text("given"),
    others: given ? "nobody" : "",
    how: text("how"),
    day: time.date(nowMs()),
    decidedBy: actor.id,
    system: text("system"),
    recordRef: text("recordRef"),
    // What the lead gave where no row permits is on no ground of the table.
    ground: given ? (rule?.verdict === "permit" ? groundIn(rule) : "") : "none",
    section: rule?.source.section ?? "",
    told: "",
    toldWhy: rule?.told ?? "",
    registration,
    smallest: share.getInt("smallest"),
    share: share.id,
  }).id;
}
