import { isAnothers, staysInside } from "../guard/message/recipients.ts";
import { whyUnread } from "../guard/settle/judged.ts";
import { isolate } from "../look/isolate.ts";
import { anywayForm, exceptionForm, notBecauseForm } from "./because.ts";
import type { DialogModel, Fact, FileLine, Opens, Situation } from "./model.ts";
import { composeOpenly } from "./openly.ts";
import { lineOf, nounOf, seenOfOne, seenOfSeveral, wordsOf } from "./seen.ts";
import { Spoken } from "./spoken.ts";
import { afterButtons, asksWhy, firstButton, notForm, ofStaff, rows, secondButton } from "./ways.ts";

/** Puts a situation into the words of the dialog. */
export function composeDialog(situation: Situation): DialogModel {
  if (situation.held.length === 0) return composeOpenly(situation);
  const spoken = new Spoken();
  const { held, passed, clinic, moment } = situation;
  const only = held.length === 1 && passed.length === 0 ? held[0] : undefined;
  const inside =
    situation.does === "warn" &&
    staysInside(situation.recipients) &&
    held.every(({ judged }) => judged.kind === "verdict" && judged.verdict.strength !== "unreadable");
  const second = secondButton(spoken, situation, inside);
  const ways = rows(spoken, situation, inside, second);
  const after = inside ? undefined : afterButtons(spoken, situation, second);
  const model = {
    clinic: clinic.name,
    narrow: inside,
    title: title(spoken, situation, inside),
    seen: seen(spoken, situation, only, inside),
    facts: only ? facts(spoken, situation) : [],
    files: only ? [] : fileLines(spoken, situation),
    first: firstButton(spoken, situation),
    rows: ways,
    recorded: recorded(spoken, situation),
  };
  const rule = inside ? undefined : ruleOf(spoken, situation);
  const opens = (form: Opens) => ways.some((row) => row.opens === form);
  return {
    ...model,
    ...(rule && { rule }),
    ...(second && { second }),
    ...(after && { after }),
    ...(opens("anyway") && { anyway: anywayForm(spoken, situation) }),
    ...(opens("take-out") && {
      takeOut: {
        title: spoken.say("row.take-out"),
        said: spoken.say("take-out.said"),
        words: situation.takeOut ?? [],
        submit: spoken.say("take-out.do"),
      },
    }),
    ...(opens("exception") && { exception: exceptionForm(situation) }),
    ...(opens("not") &&
      (asksWhy(situation)
        ? { notBecause: notBecauseForm(situation) }
        : { not: notForm(new Spoken(), situation) })),
    keys: spoken.keys,
    ...(moment === "send" && { narrow: false }),
  };
}

/** What was seen, and what is known of the address beside it. */
function seen(
  spoken: Spoken,
  situation: Situation,
  only: Situation["held"][number] | undefined,
  inside: boolean,
): string {
  const said = [only ? seenOfOne(spoken, only, situation, inside) : seenOfSeveral(spoken, situation)];
  if (isAnothers(situation.recipients)) said.push(spoken.say("seen.another"));
  if (situation.openly) said.push(spoken.say("seen.openly", { n: situation.openly }));
  return said.join(" ");
}

function title(spoken: Spoken, situation: Situation, inside: boolean): string {
  const { moment, held, passed } = situation;
  const [only] = held;
  if (isAnothers(situation.recipients))
    return spoken.say(moment === "send" ? "title.another-sent" : "title.another");
  const n = held.length;
  const m = n + passed.length;
  if (moment === "send") return spoken.say("title.sent");
  if (m > 1 || !only)
    return spoken.say(moment === "paste" ? "title.files-pasted" : "title.files-attached", { n, m });
  const noun = nounOf(only);
  if (inside) return spoken.say(ofStaff(situation) ? "title.inside-staff" : "title.inside", { noun });
  return spoken.say(moment === "paste" ? "title.pasted" : "title.attached", { noun });
}

function facts(spoken: Spoken, { held, recipients }: Situation): Fact[] {
  const made: Fact[] = held.map((one) =>
    one.kind === "text"
      ? { label: spoken.say("fact.text"), value: wordsOf(one) }
      : { label: spoken.say("fact.file"), value: one.name },
  );
  const groups = new Set(recipients.all.map(({ group }) => group));
  if (groups.size === 0) return made;
  const worst = (["outside", "unknown", "patient", "approved", "own"] as const).find((group) =>
    groups.has(group),
  );
  const aside = {
    own: "fact.inside",
    approved: "fact.approved",
    unknown: "fact.unknown",
    patient: "fact.outside",
    outside: "fact.outside",
  } as const;
  const value = recipients.all.map(({ shown }) => isolate(shown)).join(", ");
  return [
    ...made,
    { label: spoken.say("fact.to"), value, ...(worst && { aside: spoken.say(aside[worst]) }) },
  ];
}

function fileLines(spoken: Spoken, { held, passed, passedAlready }: Situation): FileLine[] {
  const heldLines = held.map((one) => ({
    name: one.kind === "text" ? `${spoken.say("fact.text")}, ${wordsOf(one)}` : one.name,
    fine: false,
    state: spoken.say("files.held"),
    said: lineOf(spoken, one),
  }));
  const fine = passed.map((name) => ({
    name,
    fine: true,
    state: spoken.say(passedAlready ? "files.attached" : "files.waiting"),
    said: spoken.say("files.none"),
  }));
  return [...heldLines, ...fine];
}

function ruleOf(spoken: Spoken, situation: Situation): DialogModel["rule"] {
  const { held, clinic, mayOverride } = situation;
  const system = clinic.approvedSystem;
  if (situation.does === "warn") return { said: spoken.say("rule.warned") };
  if (held.some(({ judged }) => judged.kind !== "verdict")) return undefined;
  const staff = ofStaff(situation);
  if (!mayOverride && staff)
    return { strong: spoken.say("rule.staff-blocked"), said: spoken.say("rule.blocked-more") };
  if (staff) return { said: spoken.say("rule.staff") };
  const blocked = staysInside(situation.recipients) ? "rule.blocked-here" : "rule.blocked";
  if (!mayOverride) return { strong: spoken.say(blocked), said: spoken.say("rule.blocked-more") };
  if (held.every((one) => whyUnread(one) === "locked"))
    return { said: spoken.say("rule.password", { system }) };
  const text = held.every(({ kind }) => kind === "text");
  return { said: spoken.say(text ? "rule.details" : "rule.documents", { system }) };
}

function recorded(spoken: Spoken, { held, passed }: Situation): string {
  if (held.every(({ kind }) => kind === "text")) return spoken.say("recorded.text");
  return spoken.say(held.length + passed.length > 1 ? "recorded.files" : "recorded.file");
}
