import type { IcoAnswer } from "#domain/registers/incidents/ico-answers";
import type { AccountSystem } from "#domain/registers/incidents/kinds";
import { rowsOf } from "../../../base/database.ts";
import { systems } from "../../../story/cast.ts";
import { instantAt } from "../../../story/happening.ts";
import type { Staging } from "../../../story/staging.ts";
import { Tale } from "./tale.ts";

/** Letters that lay in the mailbox: so many people are affected, and told. */
const letters = 14;

/** The example's one large breach: reported, told to the ICO within a day, and closed after three weeks. */
export function planFinished(stage: Staging): void {
  const tale = new Tale(stage, { day: [7, 3], hour: 16, minute: 10 });
  tale.open({
    day: [7, 3],
    hour: 16,
    origin: "report",
    kind: "other",
    text: "A sign-in page in an e-mail was false, and the password of the mailbox was typed into it.",
    reporter: "tom",
  });
  firstDay(tale);
  toldToIco(tale);
  peopleTold(tale);
  ended(tale);
}

function firstDay(tale: Tale): void {
  const { person } = tale.stage.ids;
  tale.later(0.5, "ingrid", "breaches.triage", {
    verdict: "breach",
    reason: "Whoever has the password can read the mailbox of the front desk.",
  });
  tale.noNoticeOfCare(0.55);
  tale.later(0.6, "ingrid", "breaches.describe", {
    title: "Mail password typed into a false sign-in page",
    types: ["confidentiality"],
    senders: [person("tom")],
  });
  tale.later(0.65, "ingrid", "breaches.setTimes", { occurredFrom: tale.instant(-0.2) });
  const step = (hours: number, system: AccountSystem, one: string) =>
    tale.later(hours, "priya", "breaches.account", { user: person("tom"), system, step: one });
  for (const [i, system] of (["mail", "clinical", "ours"] as const).entries()) {
    step(0.7 + i * 0.05, system, "informed");
    step(0.9 + i * 0.1, system, "reset");
    step(16.2 + i * 0.1, system, "confirmed");
  }
  tale.later(1.3, "priya", "breaches.contain", {
    at: tale.instant(1),
    how: "The password was changed, and every open session of the mailbox was ended.",
  });
  tale.later(1.6, "priya", "breaches.entry", {
    text: "The mail provider was asked for the sign-ins of the last thirty days.",
  });
}

/** The form as it was answered for the first version. */
const form: readonly (readonly [string, IcoAnswer])[] = [
  ["reason", "threshold"],
  ["org_size", "under250"],
  ["how_occurred", "A message that looked like the mail provider's asked for the password."],
  ["how_discovered", "The person who typed it noticed the address of the page minutes later, and said so."],
  ["preventive_measures", "Training once a year; no second step at the mailbox yet."],
  ["cyber_incident", "yes"],
  ["data_categories", ["health", "basic-identifiers", "identification"]],
  ["subject_categories", ["patients"]],
  ["consequences", "None known. Letters with appointments and diagnoses could be read."],
  ["likelihood", "neutral"],
  ["cia_affected", "yes"],
  ["cia_which", ["confidentiality"]],
  ["impact_on_org", "low"],
  ["recovery", "complete"],
  ["code_or_cert", "no"],
  ["training_desc", "A course once a year, and a talk at the start."],
];

function toldToIco(tale: Tale): void {
  tale.later(16.6, "priya", "breaches.entry", {
    text: "The provider shows one sign-in from abroad, eleven minutes long. Fourteen letters lay in the mailbox.",
  });
  tale.later(16.8, "priya", "breaches.describe", { peopleCount: letters, recordsCount: letters });
  const answers = { living: "yes", risk: "likely", highRisk: "no", whoHasIt: "unknown", ongoing: "no" };
  tale.later(17, "priya", "breaches.assess", {
    answers: { ...answers, published: "no", unintelligible: "no" },
  });
  tale.later(17.3, "priya", "breaches.advise", {
    advice: "tell-ico",
    reason: "Fourteen people can be recognised, with what they come for, and nobody knows who has it.",
  });
  tale.later(18, "ingrid", "breaches.decide", {
    ico: "tell",
    people: "tell",
    reason: "As advised. The people should hear it from us, whatever the threshold says.",
  });
  for (const [i, [key, value]] of form.entries()) {
    tale.later(18.5 + i * 0.05, "priya", "breaches.answer", { key, value });
  }
  tale.frozen(20, "priya");
  const sentAt = tale.instant(20.4);
  tale.later(20.6, "priya", "breaches.sent", { version: 1, at: sentAt });
  tale.later(20.7, "priya", "breaches.notify", { sentAt, reference: "IC-204417-K3B6" });
  tale.later(21, "ingrid", "breaches.notice", { id: "police", done: true, note: "Reported online." });
  tale.later(22, "ingrid", "breaches.notice", { id: "insurer", done: true, note: "By telephone." });
}

function peopleTold(tale: Tale): void {
  const { tx } = tale.stage;
  const refs = Array.from({ length: letters }, (_, i) => String(1_000_400 + i * 37));
  tale.later(23, "priya", "breaches.addPeople", {
    people: refs.map((recordRef) => ({ recordRef, system: systems.cliniko, toBeTold: true })),
  });
  for (const [i, recordRef] of refs.entries()) {
    const hours = 41 + (i % 7) * 0.3 + Math.floor(i / 7) * 24;
    tale.later(hours, i % 2 === 0 ? "priya" : "ingrid", "breaches.person", () => {
      const select = "SELECT id FROM breach_people WHERE breach = {:breach} AND recordRef = {:recordRef}";
      const [row] = rowsOf(tx, ["id"], select, { breach: tale.on().id, recordRef });
      const how = i % 5 === 4 ? "By telephone, then letter" : "Letter";
      return { person: String(row?.[0]), toldAt: tale.instant(hours), toldHow: how, letterVersion: "1" };
    });
  }
}

/** Whom each action is given, so many hours after the beginning, what it is, and who looks at it. */
const actions = [
  {
    owner: "ingrid",
    text: "Ask for a second step at every sign-in to the clinic's mail.",
    done: 164,
    verifier: "priya",
  },
  {
    owner: "priya",
    text: "Show the team two false sign-in pages at the staff meeting.",
    done: 330,
    verifier: "ingrid",
  },
] as const;

function ended(tale: Tale): void {
  const { stage } = tale;
  tale.later(40, "priya", "breaches.cause", { cause: "attack" });
  for (const [i, { owner, text, done, verifier }] of actions.entries()) {
    const made = { id: "" };
    const at = (hours: number) => tale.start + hours * 3_600_000;
    stage.plan(at(40.3 + i * 0.1), () => {
      const due = instantAt(at(done + 48)).slice(0, 10);
      const data = { register: "breaches", subject: tale.on().id, text, owner: stage.ids.person(owner), due };
      made.id = stage.act("ingrid", "actions.add", data).id;
    });
    const step = (hours: number, who: string, action: "actions.done" | "actions.verify") =>
      stage.plan(at(hours), () => stage.act(who, action, {}, { collection: "actions", id: made.id }));
    step(done, owner, "actions.done");
    step(done + 20, verifier, "actions.verify");
  }
  tale.frozen(353, "priya");
  tale.later(354, "priya", "breaches.sent", { version: 2, at: tale.instant(353.8) });
  tale.later(498, "ingrid", "breaches.entry", {
    text: "The regulator answered: no further action. The reference is closed.",
  });
  tale.later(500, "priya", "breaches.close", {});
}
