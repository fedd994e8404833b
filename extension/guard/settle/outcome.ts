import type { Choice, Situation } from "../../dialog/model.ts";
import type { NoticeLink, NoticeWords } from "../../dialog/notices.ts";
import { nounOf } from "../../dialog/seen.ts";
import { say } from "../../dialog/strings.ts";
import { mayGo } from "../../dialog/ways.ts";
import { staysInside } from "../message/recipients.ts";
import { namesSomebody } from "./judged.ts";
import type { Ended } from "./report.ts";

/** Ways that a notice may offer. */
export interface Doors {
  /** Opens the dashboard's page of the person's own events. */
  myRecord(): void;
  /** Opens the page's file picker again. */
  readonly again?: (() => void) | undefined;
  /** Whether the approved system could be opened. */
  readonly system: boolean;
  goSystem(): void;
}

const unchecked = ({ held }: Situation): boolean => !held.some(namesSomebody);

/** Whether the held documents go on after this choice. Where the rule has no way on "it isn't" tells, and releases nothing. */
export function releases({ act }: Choice, situation: Situation): boolean {
  return (
    act === "anyway" || act === "attach" || act === "exception" || (act === "not-patient" && mayGo(situation))
  );
}

/** A choice in the words of events. */
export function outcomeOf(choice: Choice, situation: Situation): Ended {
  if (choice.act === "anyway")
    return { outcome: "sent-anyway", reason: choice.reason, sentence: choice.sentence };
  if (choice.act === "attach")
    return { outcome: staysInside(situation.recipients) ? "attached-inside" : "attached-warned" };
  if (choice.act === "take-out") return { outcome: "taken-out" };
  if (choice.act === "exception") return { outcome: "by-exception" };
  if (choice.act === "system") return { outcome: "through-system" };
  if (choice.act === "not-patient") {
    if (!releases(choice, situation)) return { outcome: "disputed" };
    if (unchecked(situation)) return { outcome: "attached-unread" };
    return { outcome: "not-a-patient-document", ...choice.because };
  }
  return { outcome: "removed" };
}

const withReason = (moment: Situation["moment"]) =>
  moment === "send" ? "outcome.sent" : moment === "paste" ? "outcome.pasted" : "outcome.attached";

/** What the person is told afterwards; undefined where there is nothing to add. */
export function outcomeWords(choice: Choice, situation: Situation, doors: Doors): NoticeWords | undefined {
  const { held, clinic, moment } = situation;
  const one = held.length === 1 ? held[0] : undefined;
  const noun = one ? nounOf(one) : "file";
  const sent = moment === "send";
  if (choice.act === "anyway") {
    const said = say(withReason(moment));
    const more = clinic.reviewDay
      ? say("outcome.review-and-record", { day: clinic.reviewDay })
      : say("outcome.my-record-now");
    return { said, more, link: { label: say("outcome.my-record"), pressed: doors.myRecord } };
  }
  if (choice.act === "not-patient") {
    if (!releases(choice, situation)) return { said: say("outcome.told", { noun }) };
    if (choice.because) {
      const link: NoticeLink = { label: say("outcome.my-record"), pressed: doors.myRecord };
      return { said: say(withReason(moment)), more: say("outcome.duty-and-record"), link };
    }
    if (unchecked(situation)) return { said: say(sent ? "outcome.unchecked-sent" : "outcome.unchecked") };
    return { said: say(sent ? "outcome.not-sent-wrong" : "outcome.not") };
  }
  if (choice.act === "system") {
    const system = clinic.approvedSystem;
    if (!doors.system) return { said: say("outcome.system-closed", { system }) };
    const link: NoticeLink = { label: say("outcome.go-system", { system }), pressed: doors.goSystem };
    return { said: say("outcome.system", { system }), link };
  }
  if (choice.act === "attach" && !staysInside(situation.recipients))
    return { said: say(sent ? "outcome.warned-sent" : "outcome.warned") };
  if (choice.act === "exception")
    return { said: say(sent ? "outcome.by-exception-sent" : "outcome.by-exception") };
  if (choice.act !== "remove") return undefined;
  if (sent) return { said: say("outcome.not-sent") };
  const { again } = doors;
  const said = one ? say("outcome.removed", { noun }) : say("outcome.removed-all");
  return { said, ...(again && { link: { label: say("outcome.again"), pressed: again } }) };
}
