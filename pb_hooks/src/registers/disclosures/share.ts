import { isRealDay } from "#domain/base/civil-date";
import type { Nation } from "#domain/law/four-answers";
import { notifications } from "#domain/law/notifiable";
import { judged } from "#domain/law/share/judge";
import type { ShareAnswers } from "#domain/law/share/questions";
import type { ShareRule } from "#domain/law/share/rule";
import type { DisclosureFacts, Ground } from "#domain/registers/disclosures/disclosure";
import { checkedIn, formIn, groundIn, othersIn, receiverIn } from "#domain/registers/disclosures/share";
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
import { answersOf } from "../../clinic/four-answers.ts";
import { enterDisclosure, requireRecord } from "./enter.ts";
import { gateProblem, requireDisclosure, requireGateOf } from "./share-gate.ts";

type Entry = Doing<"shares.record">["data"];

/** *May I share?* on the record. What the answers come to is worked out here once more, by the same rules. */
export const shareActs: Handlers<"shares"> = {
  "shares.record": ({ tx, actor, data }) => {
    const answers = data.answers as ShareAnswers;
    const { rule, needed } = judged(answers, nationOf(tx));
    if (rule === undefined)
      refuse("data.answers", "open", `Something is still open that may change the answer: ${needed[0]}.`);
    requireNoOrganisation(answers, data.organisation);
    requireEntry(data, clinicTime(tx).date(nowMs()));
    const outcome = outcomeOf(rule, actor);
    const problem = outcome === "given" ? gateProblem(data, rule) : undefined;
    if (problem) refuse(`data.${problem.field}`, problem.code, problem.says);
    const { others, checked, harmIfNot, harmIf, ...kept } = data;
    const share = newRecord(tx, "shares", {
      ...blank,
      ...kept,
      professionalAt: data.professionalAt === undefined ? "" : stored(data.professionalAt),
      answers: JSON.stringify(answers),
      ...{ id: newId(), rule: rule.id, verdict: rule.verdict, by: actor.id, at: stored(now()), version: 0 },
      ...(outcome === "asked"
        ? { state: "asked", given: "", how: "" }
        : { state: "recorded", decision: outcome, decidedBy: actor.id, decidedAt: stored(now()) }),
    });
    if (outcome !== "asked") share.set("disclosure", disclosed(tx, actor, share, rule, outcome, data));
    return saveRow(tx, share, outcome === "asked" ? "ask-lead" : `record-${outcome}`, actor);
  },

  "shares.decide": ({ tx, actor, id, version, data }) => {
    const share = rowAt(tx, "shares", id, version);
    if (share.getString("state") !== "asked")
      throw new ForbiddenError("This was decided already: it stays as it is.");
    const given = data.decision === "given";
    if (given && (data.given === undefined || data.how === undefined))
      refuse("data.given", "missing", "Say what was given, and how.");
    const { rule } = judged(JSON.parse(share.getString("answers")) as ShareAnswers, nationOf(tx));
    if (given) requireGateOf(share, data, rule);
    share.set("state", "decided");
    share.set("decision", data.decision);
    share.set("decidedBy", actor.id);
    share.set("decidedAt", stored(now()));
    share.set("decidedWhy", data.reason);
    if (given) {
      share.set("given", data.given);
      share.set("how", data.how);
    }
    share.set("disclosure", disclosed(tx, actor, share, rule, data.decision, data));
    return saveRow(tx, share, `decide-${data.decision}`, actor);
  },
};

const blank = {
  ...{ system: "", recordRef: "", organisation: "", reference: "", given: "", how: "", disclosure: "" },
  ...{ professionalName: "", professionalBody: "", professionalNumber: "", disease: "", suspectedOn: "" },
  ...{ decision: "", decidedBy: "", decidedAt: "", decidedWhy: "", smallest: -1 },
} as const;

/** What its disclosure says beside what was given. */
type Beside = Pick<Doing<"shares.decide">["data"], "ground" | "others" | "checked" | "harmIfNot" | "harmIf">;

/** A permit that is the lead’s is the lead’s, whoever asked: from anybody else, a manager too, it goes there. */
function outcomeOf({ verdict, decides }: ShareRule, actor: Caller): "given" | "refused" | "asked" {
  if (verdict === "refuse") return "refused";
  if (verdict === "ask") return "asked";
  return decides === "lead" && actor.role !== "dpo" ? "asked" : "given";
}

/** Of the patient and of family a name would stand there, and no organisation. */
function requireNoOrganisation({ asker }: ShareAnswers, organisation = ""): void {
  if (organisation !== "" && (asker === "patient" || asker === "family"))
    refuse("data.organisation", "does-not-fit", "Leave it out: nobody asks for an organisation here.");
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

const nationOf = (app: pb.App): Nation => answersOf(app)?.nation ?? "england";

/** Each nation has its own law of notifications. */
const sectionOf = (rule: ShareRule | undefined, nation: Nation): string =>
  (rule?.id === "notifiable-disease" ? notifications[nation] : rule)?.source.section ?? "";

/** The disclosure that an answer makes. @returns Its id. */
function disclosed(
  tx: pb.App,
  actor: Caller,
  share: pb.Record,
  rule: ShareRule | undefined,
  outcome: "given" | "refused",
  beside: Beside,
): string {
  const answers = JSON.parse(share.getString("answers")) as ShareAnswers;
  const text = (column: string): string => share.getString(column);
  const time = clinicTime(tx);
  const given = outcome === "given";
  const why = text("decidedWhy");
  const registration = [text("professionalBody"), text("professionalNumber")].filter(Boolean).join(" ");
  for (const field of ["harmIfNot", "harmIf"] as const)
    if (beside[field] !== undefined) requireClean(`data.${field}`, beside[field]);
  // What the lead gives where no row permits is on a ground that they say.
  const ground: Ground | "" = rule?.verdict === "permit" ? groundIn(rule) : (beside.ground ?? "");
  const receiver = receiverIn(answers);
  const entered = {
    receiver,
    organisation: receiver === "subject" || receiver === "family" ? "" : text("organisation"),
    reference: text("reference"),
    form: formIn(answers),
    askedOn: time.date(Date.parse(iso(text("at")))),
    asked: text("asked"),
    outcome,
    minimum: why || `${rule?.ground ?? ""} ${rule?.condition ?? ""}`.trim(),
    given: text("given"),
    others: given ? (beside.others ?? othersIn(answers)) : "",
    checked: given ? (beside.checked ?? checkedIn(answers)) : "",
    harmIfNot: given ? (beside.harmIfNot ?? "") : "",
    harmIf: given ? (beside.harmIf ?? "") : "",
    how: text("how"),
    day: time.date(nowMs()),
    decidedBy: actor.id,
    system: text("system"),
    recordRef: text("recordRef"),
    ground: given ? ground : "none",
    section: sectionOf(rule, nationOf(tx)),
    told: "",
    toldWhy: rule?.told ?? "",
    registration,
    smallest: share.getInt("smallest"),
    disease: text("disease"),
    suspectedOn: text("suspectedOn"),
    share: share.id,
  } as const;
  requireDisclosure(entered, { ...entered, how: entered.how as DisclosureFacts["how"] });
  return enterDisclosure(tx, actor, entered).id;
}
