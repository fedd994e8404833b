import {
  type DisputeReason,
  disputeReasons,
  type OverrideReason,
  overrideReasons,
} from "#domain/ledger/mail-lists";
import type { AnywayForm, BecauseForm, ExceptionForm, Situation } from "./model.ts";
import { Spoken } from "./spoken.ts";
import { anywayLabel, notLabel, ofStaff } from "./ways.ts";

/** Reasons that fit a paper about a member of staff: the others speak of a patient or of a clinical system. */
const fitsStaff: readonly OverrideReason[] = ["law-requires", "other"];

/** The form behind "Send anyway because…". */
export function anywayForm(spoken: Spoken, situation: Situation): AnywayForm {
  const { clinic } = situation;
  const reasons = situation.reasons.filter((reason) => !ofStaff(situation) || fitsStaff.includes(reason));
  const own = new Spoken();
  const filling = { system: clinic.approvedSystem };
  const review = clinic.reviewDay ? ` ${own.say("recorded.review", { day: clinic.reviewDay })}` : "";
  return {
    title: anywayLabel(spoken, situation),
    reasons: reasons.map((reason) => [reason, own.say(`reason.${reason}`, filling)] as const),
    hint: hintFor(own, situation),
    submit: submitLabel(own, situation),
    recorded: own.say("recorded.reason") + review,
  };
}

/** The form behind "It isn't a patient document" where it asks for a reason as well. */
export function notBecauseForm(situation: Situation): BecauseForm<DisputeReason> {
  const own = new Spoken();
  return {
    title: notLabel(own, situation),
    reasons: disputeReasons.map(
      (reason) => [reason, own.say(reason === "other" ? "reason.other" : `dispute.${reason}`)] as const,
    ),
    hint: hintFor(own, situation),
    submit: submitLabel(own, situation),
    recorded: `${own.say("recorded.reason")} ${own.say("recorded.duty")}`,
  };
}

/** The panel behind "Use an approved exception". */
export function exceptionForm(situation: Situation): ExceptionForm {
  const own = new Spoken();
  const filling = { system: situation.clinic.approvedSystem };
  return {
    title: own.say("row.exception"),
    submit: own.say(situation.moment === "send" ? "exception.send" : "exception.attach"),
    asking: {
      title: own.say("exception.what-for"),
      reasons: overrideReasons.map((reason) => [reason, own.say(`reason.${reason}`, filling)] as const),
      hint: own.say("exception.hint"),
      submit: own.say("exception.ask"),
      recorded: own.say("exception.recorded"),
    },
  };
}

const hintFor = (own: Spoken, situation: Situation): string =>
  own.say(ofStaff(situation) ? "anyway.hint-staff" : "anyway.hint");

function submitLabel(own: Spoken, { moment, held }: Situation): string {
  const attach = held.length > 1 ? "anyway.attach-all" : "anyway.attach";
  return own.say(moment === "send" ? "anyway.send" : moment === "paste" ? "anyway.paste" : attach);
}
