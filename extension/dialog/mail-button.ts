import { anywayForm, notBecauseForm } from "./because.ts";
import type { DialogModel, Row, Situation } from "./model.ts";
import { Spoken } from "./spoken.ts";
import { anywayLabel } from "./ways.ts";

/**
 * The dialog for a button of the clinical system that sends by e-mail and is not approved.
 *
 * @param button - What it is called on the page; shown here, and kept nowhere.
 */
export function composeMailButton(situation: Situation, button: string): DialogModel {
  const spoken = new Spoken();
  const { clinic, does, mayOverride } = situation;
  const warns = does === "warn";
  const says = { rows: rowsOf(spoken, situation), ...(!warns && formsOf(spoken, situation)) };
  return {
    clinic: clinic.name,
    narrow: false,
    title: spoken.say("title.button"),
    seen: spoken.say("seen.button", { button }),
    facts: [],
    files: [],
    rule: {
      ...(!warns && !mayOverride && { strong: spoken.say("rule.blocked-more") }),
      said: spoken.say(warns ? "rule.warned" : "rule.button"),
    },
    first: { label: spoken.say("first.button"), act: "remove" },
    ...says,
    recorded: spoken.say("recorded.button"),
    keys: spoken.keys,
  };
}

function rowsOf(spoken: Spoken, situation: Situation): Row[] {
  const { does, mayOverride } = situation;
  if (does === "warn")
    return [{ label: spoken.say("row.send"), hint: spoken.say("row.attach-hint"), act: "attach" }];
  const needsReason = spoken.say("row.anyway-hint");
  const duty = spoken.say("recorded.duty");
  const not: Row = {
    label: spoken.say("row.not-button"),
    hint: mayOverride ? `${needsReason} ${duty}` : spoken.say("not.button"),
    opens: "not",
  };
  return mayOverride
    ? [not, { label: anywayLabel(spoken, situation), hint: needsReason, opens: "anyway" }]
    : [not];
}

/** Where the table blocks: "it sends nothing", with a reason, or told alone where nobody may override. */
function formsOf(spoken: Spoken, situation: Situation): Pick<DialogModel, "anyway" | "not" | "notBecause"> {
  const own = new Spoken();
  const title = own.say("row.not-button");
  if (!situation.mayOverride)
    return { not: { title, said: own.say("not.button"), submit: own.say("not.tell") } };
  return {
    anyway: anywayForm(spoken, situation),
    notBecause: {
      ...notBecauseForm(situation),
      title,
      reasons: [
        ["misread", own.say("dispute.button")],
        ["no-real-person", own.say("dispute.no-real-person")],
        ["other", own.say("reason.other")],
      ],
      submit: own.say("anyway.press"),
    },
  };
}
