import { isBefore, sameMinute } from "#domain/registers/incidents/clock";
import { answerProblem } from "#domain/registers/incidents/ico-answers";
import { icoQuestions } from "#domain/registers/incidents/ico-questions";
import { type NoticeNoted, otherNotices } from "#domain/registers/incidents/notices-due";
import { now } from "../../../base/clock.ts";
import { instantIn, msIn } from "../../../base/instants.ts";
import { refuse } from "../../../base/refusal.ts";
import { listIn } from "../../../base/rows.ts";
import { requirePast } from "../../../clinic/past.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { caseFactsOf } from "../case-facts.ts";
import { actorIn, type Case, saveCase, stateOf } from "../incident.ts";
import { putInstant } from "../moved.ts";
import { askedAbout } from "../reported/asked-people.ts";
import { loggedSenders } from "../reported/attempt.ts";
import { entryOf } from "../timeline.ts";
import { requireBeforeWhatCame, requireCaseOrder } from "../times.ts";
import { objectIn } from "../versions/snapshot-parts.ts";
import { onCase } from "./on-case.ts";

const timeFields = ["occurredFrom", "occurredTo", "detectedAt", "awareAt", "reportedInternallyAt"] as const;

export const factActs = onCase({
  "breaches.setTimes": (one, data) => {
    const { tx, breach } = one;
    const before = instantIn(breach, "awareAt") ?? "";
    const named = timeFields.filter((field) => data[field] !== undefined);
    if (named.length === 0) refuse("data", "nothing", "Nothing would change.");
    if (data.awareAt === "" && stateOf(breach) === "breach") {
      refuse("data.awareAt", "missing", "The clock of a breach starts here: put another time.");
    }
    for (const field of named) {
      const instant = data[field] ?? "";
      if (instant !== "") requirePast(tx, `data.${field}`, instant);
      putInstant(breach, field, instant);
    }
    if (data.delayReason !== undefined) breach.set("delayReason", data.delayReason);
    requireCaseOrder(
      tx,
      breach,
      (name) =>
        `data.${name === "detected" || name === "aware" || name === "reportedInternally" ? `${name}At` : name}`,
    );
    requireBeforeWhatCame(breach, data);
    const aware = instantIn(breach, "awareAt") ?? "";
    return saveCase(
      one,
      aware === before ? "set-times" : "change-awareness",
      { kind: aware === before ? "system" : "decision", what: "setTimes", text: data.reason },
      data.reason,
    );
  },

  "breaches.describe": (one, data) => {
    const { breach } = one;
    if (Object.keys(data).length === 0) refuse("data", "nothing", "Nothing would change.");
    if (data.senders) {
      requireUsers(one, data.senders);
      requireLogged(one, data.senders);
    }
    for (const [name, value] of Object.entries(data)) {
      breach.set(name, Array.isArray(value) ? [...new Set(value)] : value);
    }
    if (data.senders && breach.getString("triagedAt") === "") askAnew(one);
    return saveCase(one, "describe", { kind: "system" });
  },

  /** A line of one's own: its event is the entry's, and nobody in mid-form has to look again. */
  "breaches.entry": (one, data) => {
    const { tx, breach, actor } = one;
    if (data.at !== undefined) requirePast(tx, "data.at", data.at);
    const entry = entryOf(tx, breach.id, { kind: "entry", text: data.text, at: data.at, by: actor.id });
    saveAct(tx, entry, "entry", actorIn(breach, actor.id));
    return { id: entry.id, version: breach.getInt("version"), number: entry.getInt("seq") };
  },

  "breaches.answer": (one, data) => {
    const { breach } = one;
    const question = icoQuestions.find(({ key }) => key === data.key);
    if (question?.type === "moment")
      refuse("data.key", "own-act", "This is one of the case’s own times: it is set and changed there.");
    const problem = answerProblem(question, data.value);
    if (problem) {
      const field = problem === "unknown-question" ? "data.key" : "data.value";
      refuse(field, problem, "This does not fit the question.");
    }
    const text = breach.getString("form");
    const form = text === "" || text === "null" ? {} : (JSON.parse(text) as { [key: string]: unknown });
    breach.set("form", { ...form, [data.key]: data.value });
    return saveCase(one, "answer");
  },

  "breaches.contain": (one, data) => {
    const contained = requirePast(one.tx, "data.at", data.at);
    const occurred = msIn(one.breach, "occurredFrom");
    if (occurred !== undefined && isBefore(contained, occurred)) {
      refuse("data.at", "wrong-order", "This lies before the breach happened.");
    }
    putInstant(one.breach, "containedAt", data.at);
    one.breach.set("containedHow", data.how);
    return saveCase(one, "contain", { kind: "system", at: data.at, text: data.how }, data.reason);
  },

  "breaches.cause": (one, data) => {
    const other = data.cause === "other" ? (data.other ?? "") : "";
    if (data.cause === "other" && other === "") refuse("data.other", "missing", "Say which other cause.");
    one.breach.set("cause", data.cause);
    one.breach.set("causeOther", other);
    return saveCase(one, "cause", { kind: "system" });
  },

  "breaches.notice": (one, data) => {
    const { tx, breach } = one;
    if (data.at !== undefined) requirePast(tx, "data.at", data.at);
    const notices = objectIn<NoticeNoted>(breach, "otherNotices");
    const known = notices[data.id]?.at ?? "";
    const given = data.at ?? (known || now());
    const at = !data.done ? "" : sameMinute(known, given) ? known : given;
    breach.set("otherNotices", { ...notices, [data.id]: { done: data.done, at, note: data.note ?? "" } });
    const whom = otherNotices.find((notice) => notice.id === data.id)?.text ?? data.id;
    const line = data.done ? [whom, data.note].filter(Boolean).join(". ") : `Taken back: ${whom}`;
    return saveCase(one, "notice", { kind: "notice", ...(at ? { at } : {}), text: line }, data.reason);
  },
});

function requireUsers({ tx }: Case, ids: readonly string[]): void {
  for (const id of ids) {
    if (tx.findRecordsByFilter("users", "id = {:id}", "", 1, 0, { id }).length === 0) {
      refuse("data.senders", "unknown", "Choose people of the clinic.");
    }
  }
}

/** Whom the log names is passed over in deciding: no colleague takes them off, only the lead where the log is wrong. */
function requireLogged({ tx, breach, actor }: Case, named: readonly string[]): void {
  if (actor.role === "dpo") return;
  const logged = loggedSenders(tx, breach.getInt("sourceEvent"));
  const takenOff = listIn<string>(breach, "senders").filter((id) => !named.includes(id));
  if (takenOff.some((id) => logged.includes(id))) {
    refuse("data.senders", "logged", "The log says who sent it. Only the lead takes them off.");
  }
}

/** Whoever turns out to have sent it is not the one who decides about it. */
function askAnew({ tx, breach }: Case): void {
  const { holder, deputy } = askedAbout(tx, caseFactsOf(tx, breach));
  breach.set("holder", holder);
  breach.set("deputy", deputy);
}
