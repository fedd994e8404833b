import { goesOutside, isAnothers, somebody } from "../guard/message/recipients.ts";
import { isAboutStaff, isStrong, namesSomebody, whyUnread } from "../guard/settle/judged.ts";
import type { Button, NotForm, Row, Situation } from "./model.ts";
import { nounOf } from "./seen.ts";
import type { Spoken } from "./spoken.ts";
import { plural, type StringKey } from "./strings.ts";

/** "-both", "-all" or "": the ending of keys that speak of two, of more, or of one. */
const several = (n: number): "" | "-both" | "-all" => (n === 1 ? "" : n === 2 ? "-both" : "-all");

const lastLate = ({ held }: Situation) => held.find(({ judged }) => judged.kind === "late");
/** Whether it may go on after all: asked alone, or with a reason where the clinic lets people override. */
export const mayGo = ({ does, mayOverride }: Situation): boolean => does === "warn" || mayOverride;
/** Whether all that is held is about members of staff: such papers are sent through no clinical system. */
export const ofStaff = ({ held }: Situation): boolean => held.every(isAboutStaff);
const unchecked = ({ held }: Situation): boolean => !held.some(namesSomebody);

/**
 * Whether "It isn't a patient document" needs a reason: with strong evidence, and somebody outside, it lets go of the same
 * as "Send anyway", and must not be the cheaper way. Before anybody is typed it does not: it is asked again at Send.
 */
export function asksWhy({ held, does, mayOverride, moment, recipients }: Situation): boolean {
  return (
    does === "block" &&
    mayOverride &&
    held.some(isStrong) &&
    goesOutside(moment === "send" ? somebody(recipients) : recipients)
  );
}

/** The safe way, which Esc takes too. */
export function firstButton(spoken: Spoken, { moment, held }: Situation): Button {
  if (moment === "send") return { label: spoken.say("first.go-back"), act: "remove" };
  return { label: spoken.say(`first.remove${several(held.length)}`, { n: held.length }), act: "remove" };
}

/** The other way that costs nothing, beside the first; undefined inside the clinic. */
export function secondButton(spoken: Spoken, situation: Situation, inside: boolean): Button | undefined {
  const { held, clinic, canChooseAgain } = situation;
  const only = held.length === 1 ? held[0] : undefined;
  if (inside) return undefined;
  if (only && whyUnread(only) === "locked" && canChooseAgain) {
    return { label: spoken.say("second.unlocked"), act: "unlocked" };
  }
  if (lastLate(situation)) return { label: spoken.say("second.keep-checking"), act: "keep-checking" };
  if (ofStaff(situation)) return undefined;
  const filling = { system: clinic.approvedSystem, n: held.length };
  return { label: spoken.say(`second.system${several(held.length)}`, filling), act: "system" };
}

/** The small line under the buttons. */
export function afterButtons(
  spoken: Spoken,
  situation: Situation,
  second: Button | undefined,
): string | undefined {
  const { moment, passed } = situation;
  const late = lastLate(situation)?.judged;
  if (second?.act === "unlocked") return spoken.say("after.unlocked");
  if (second?.act === "keep-checking" && late?.kind === "late" && late.seconds) {
    return plural("after.seconds", late.seconds);
  }
  if (moment === "send") return spoken.say("after.send-again");
  if (passed.length === 1) return spoken.say("after.file-stays", { file: passed[0] ?? "" });
  return spoken.say(passed.length > 1 ? "after.rest-stays" : "after.stays");
}

/** The other ways on, one row each. */
export function rows(
  spoken: Spoken,
  situation: Situation,
  inside: boolean,
  second: Button | undefined,
): Row[] {
  const { held, moment, clinic, does, mayOverride } = situation;
  const only = held.length === 1 ? held[0] : undefined;
  const made: Row[] = [];
  if (does === "warn") {
    const label = spoken.say(attachKey(situation));
    made.push({ label, hint: spoken.say("row.attach-hint"), act: "attach" });
  }
  if (inside) return made;
  if (second?.act !== "system" && !ofStaff(situation)) {
    const system = clinic.approvedSystem;
    const hint = spoken.say("row.system-hint", { system });
    made.push({ label: spoken.say("row.system", { system }), hint, act: "system" });
  }
  if (situation.takeOut?.length)
    made.push({
      label: spoken.say("row.take-out"),
      hint: spoken.say("row.take-out-hint"),
      opens: "take-out",
    });
  if (does === "block" && situation.oneForOne) {
    const hint = spoken.say("row.exception-hint");
    made.push({ label: spoken.say("row.exception"), hint, opens: "exception" });
  }
  if (!only && moment !== "send") {
    made.push({ label: spoken.say("row.each"), hint: spoken.say("row.each-hint"), act: "each" });
  }
  made.push({ label: notLabel(spoken, situation), hint: notHint(spoken, situation), opens: "not" });
  if (does === "block" && mayOverride)
    made.push({
      label: anywayLabel(spoken, situation),
      hint: reasonHint(spoken, situation),
      opens: "anyway",
    });
  return made;
}

function attachKey({ moment, held }: Situation): StringKey {
  if (moment === "send") return "row.send";
  return held.length > 1 ? "row.attach-all" : "row.attach";
}

export function anywayLabel(spoken: Spoken, { held, moment, recipients }: Situation): string {
  if (isAnothers(recipients)) return spoken.say("row.another");
  return spoken.say(`row.anyway${moment === "send" ? "" : several(held.length)}`, { n: held.length });
}

/** "Needs a reason.", and who reads it where the clinic holds a review. */
function reasonHint(spoken: Spoken, { clinic, recipients }: Situation): string {
  const needs = spoken.say(isAnothers(recipients) ? "row.another-hint" : "row.anyway-hint");
  return clinic.reviewDay ? `${needs} ${spoken.say("recorded.review", { day: clinic.reviewDay })}` : needs;
}

export function notLabel(spoken: Spoken, situation: Situation): string {
  const { held, moment } = situation;
  if (ofStaff(situation)) return spoken.say(held.length > 1 ? "row.not-staff-all" : "row.not-staff");
  if (held.length > 1 && moment !== "send") return spoken.say("row.not-both");
  return spoken.say(held.every(({ kind }) => kind === "text") ? "row.not-text" : "row.not");
}

function notHint(spoken: Spoken, situation: Situation): string {
  const { held, moment } = situation;
  const n = held.length;
  if (!mayGo(situation)) return spoken.say("row.not-blocked", { noun: blockedNoun(situation) });
  if (asksWhy(situation)) return `${spoken.say("row.anyway-hint")} ${spoken.say("recorded.duty")}`;
  if (moment === "send") return spoken.say(unchecked(situation) ? "row.not-unchecked-sent" : "row.not-sent");
  if (unchecked(situation)) {
    if (n > 1) return spoken.say("row.not-unchecked-all");
    return spoken.say(lastLate(situation) ? "row.not-late" : "row.not-unchecked");
  }
  if (n > 1) return spoken.say(n === 2 ? "row.not-attached-both" : "row.not-attached-all", { n });
  return spoken.say(moment === "paste" ? "row.not-pasted" : "row.not-attached");
}

const blockedNoun = ({ held }: Situation): string => {
  const only = held.length === 1 ? held[0] : undefined;
  return only ? nounOf(only) : "file";
};

/** The form behind "It isn't a patient document". Where the rule has no override it tells, and releases nothing. */
export function notForm(spoken: Spoken, situation: Situation): NotForm {
  const { held, moment } = situation;
  const noun = blockedNoun(situation);
  const title = notLabel(spoken, situation);
  if (!mayGo(situation))
    return { title, said: spoken.say("not.blocked", { noun }), submit: spoken.say("not.tell") };
  const bare = unchecked(situation) ? "not.unchecked" : "not.attach";
  if (moment === "send") {
    const said: StringKey = unchecked(situation) ? "not.unchecked-send" : "not.send";
    return { title, said: spoken.say(said), submit: spoken.say("not.send-it") };
  }
  if (held.length > 1)
    return { title, said: spoken.say(`${bare}-all`), submit: spoken.say("not.attach-them") };
  return { title, said: spoken.say(bare, { noun }), submit: spoken.say("not.attach-it") };
}
