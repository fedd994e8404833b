import type { Choice, Situation } from "../../dialog/model.ts";
import type { NoticeLink, NoticeWords } from "../../dialog/notices.ts";
import { nounOf } from "../../dialog/seen.ts";
import { say } from "../../dialog/strings.ts";
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

/** Whether the held documents go on after this choice. Without an override "it isn't" tells, and releases nothing. */
export function releases({ act }: Choice, { mayOverride }: Situation): boolean {
  return act === "anyway" || act === "attach" || (act === "not-patient" && mayOverride);
}

/** A choice in the words of events. */
export function outcomeOf(choice: Choice, situation: Situation): Ended {
  if (choice.act === "anyway")
    return { outcome: "sent-anyway", reason: choice.reason, sentence: choice.sentence };
  if (choice.act === "attach") return { outcome: "attached-inside" };
  if (choice.act === "system") return { outcome: "through-system" };
  if (choice.act === "not-patient") {
    if (!releases(choice, situation)) return { outcome: "disputed" };
    return { outcome: unchecked(situation) ? "attached-unread" : "not-a-patient-document" };
  }
  return { outcome: "removed" };
}

/** What the person is told afterwards; undefined where there is nothing to add. */
export function outcomeWords(choice: Choice, situation: Situation, doors: Doors): NoticeWords | undefined {
  const { held, clinic, moment } = situation;
  const one = held.length === 1 ? held[0] : undefined;
  const noun = one ? nounOf(one) : "file";
  const sent = moment === "send";
  if (choice.act === "anyway") {
    const said = say(sent ? "outcome.sent" : moment === "paste" ? "outcome.pasted" : "outcome.attached");
    const more = clinic.reviewDay
      ? say("outcome.review-and-record", { day: clinic.reviewDay })
      : say("outcome.my-record-now");
    return { said, more, link: { label: "outcome.my-record", pressed: doors.myRecord } };
  }
  if (choice.act === "not-patient") {
    if (!releases(choice, situation)) return { said: say("outcome.told", { noun }) };
    if (unchecked(situation)) return { said: say(sent ? "outcome.unchecked-sent" : "outcome.unchecked") };
    return { said: say(sent ? "outcome.not-sent-wrong" : "outcome.not") };
  }
  if (choice.act === "system") {
    const system = clinic.approvedSystem;
    if (!doors.system) return { said: say("outcome.system-closed", { system }) };
    const link: NoticeLink = { label: "outcome.go-system", filling: { system }, pressed: doors.goSystem };
    return { said: say("outcome.system", { system }), link };
  }
  if (choice.act !== "remove") return undefined;
  if (sent) return { said: say("outcome.not-sent") };
  const { again } = doors;
  const said = one ? say("outcome.removed", { noun }) : say("outcome.removed-all");
  return { said, ...(again && { link: { label: "outcome.again", pressed: again } as const }) };
}
