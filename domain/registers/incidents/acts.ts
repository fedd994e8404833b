import * as z from "zod/mini";
import { eventId, instant, recordRef, systemName } from "../../base/forms.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence as sentenceOf, sentenceOrNone, written } from "../../base/sentence.ts";
import { harms as candourHarms, careKinds, opinions, resultedAnswers } from "../../law/candour-facts.ts";
import { notTellingGrounds } from "../../law/not-telling.ts";
import { careNotices } from "../../law/notices.ts";
import { policy } from "../../policy.ts";
import { roles } from "../../roles.ts";
import type { ActRule } from "../register.ts";
import {
  advices,
  icoDecisions,
  peopleDecisions,
  type Question,
  type QuestionId,
  questions,
} from "./assessment.ts";
import { ownQuestions } from "./ico-form.ts";
import {
  accountSteps,
  accountSystems,
  breachTypes,
  causes,
  harms,
  reportKinds,
  slips,
  triageVerdicts,
} from "./kinds.ts";
import type { CaseNeed, CaseRule } from "./may-act-on.ts";
import { otherNotices } from "./notices-due.ts";
import type { IncidentState } from "./state.ts";

const managers = ["manager", "dpo"] as const;
/** Not closed: a closed one is frozen. */
const open = ["reported", "breach", "near-miss", "withdrawn"] as const;
/** Neither closed nor taken back. */
const undecided = ["reported", "breach", "near-miss"] as const;

/** Every role passes: who may do it in this case, an outside reviewer among them, is what `need` asks of `may-act-on.ts`. */
const row = { may: roles, on: "row" } as const;
/** Facts, worklists, letters: everything that is neither a decision nor a change of state. */
const works = { ...row, need: "work", from: open } as const;
const keeps = { ...row, need: "keep" } as const;

const sentence = sentenceOf(policy.sentenceLongest.amount);
const mayBeEmpty = sentenceOrNone(policy.sentenceLongest.amount);
const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
/** '' takes a time back: not known. */
const instantOrNone = z.union([instant, z.literal("")]);
const count = z.int().check(z.minimum(-1), z.maximum(10_000_000));
/** Of a letter of ours, for example `2026-11-1`; no words. */
const letterVersion = z.optional(z.string().check(z.regex(/^(?:20\d\d-\d{1,2}-\d{1,2}|\d{1,3})?$/)));

const answers = z.strictObject(
  Object.fromEntries(
    (Object.entries(questions) as [QuestionId, Question][]).map(([key, question]) => [
      key,
      z.optional(z.enum(Object.keys(question.answers) as [string, ...string[]])),
    ]),
  ) as Record<QuestionId, z.ZodMiniOptional<z.ZodMiniEnum>>,
);

const careLines = z
  .array(z.enum(careNotices.map(({ id }) => id) as [string, ...string[]]))
  .check(z.maxLength(10));

export const person = z.strictObject({
  /** A vendor's id or a keyed reference, never a name. */
  recordRef,
  system: systemName,
  toBeTold: z.boolean(),
});

/** What is no act of this table and is asked like one: a file kept as evidence, an action that is given. */
export const addsToCase = { need: "work", from: open, adds: true } as const satisfies CaseRule;

/** Acts of the register of incidents. */
export const breachActs = {
  /** Makes an incident of a mail attempt or a log entry, with its evidence linked; of each one only. */
  "breaches.fromEvent": { may: managers, on: "new", data: z.strictObject({ event: rowId }) },
  /** "What somebody told me", by one key. */
  "breaches.told": {
    may: managers,
    on: "new",
    data: z.strictObject({
      /** Made by the client before the first try, as of a report. */
      request: z.optional(eventId),
      text: sentence,
      kind: z.optional(z.enum(reportKinds)),
      noticedAt: z.optional(instant),
      /** As of a report. */
      slip: z.optional(z.enum(slips)),
      slipBy: z.optional(z.union([rowId, z.literal("")])),
    }),
  },
  "breaches.triage": {
    ...row,
    need: "triage",
    from: open,
    data: z.strictObject({
      verdict: z.enum(triageVerdicts),
      reason: sentence,
      /** Awareness; left out it is the start of the provisional clock, the strictest reading. One that is known stays. */
      awareAt: z.optional(instant),
      /** Required where awareness is later than the first word of it. */
      awareReason: z.optional(sentence),
      /** Required where the regulator was told, and by this it comes out late. */
      delayReason: z.optional(sentence),
    }),
  },
  "breaches.setTimes": {
    ...works,
    data: z.strictObject({
      occurredFrom: z.optional(instantOrNone),
      occurredTo: z.optional(instantOrNone),
      detectedAt: z.optional(instantOrNone),
      awareAt: z.optional(instantOrNone),
      reportedInternallyAt: z.optional(instantOrNone),
      /** Required where a time that was known changes. */
      reason: z.optional(sentence),
      /** Required where the regulator was told, and by this it comes out late. */
      delayReason: z.optional(sentence),
    }),
  },
  "breaches.describe": {
    ...works,
    data: z.strictObject({
      title: z.optional(sentenceOf(120)),
      kind: z.optional(z.enum(reportKinds)),
      types: z.optional(z.array(z.enum(breachTypes)).check(z.maxLength(3))),
      /** Who sent or did it; they are passed over wherever somebody decides. */
      senders: z.optional(z.array(rowId).check(z.maxLength(20))),
      /** -1 takes a number back: not known. */
      peopleCount: z.optional(count),
      recordsCount: z.optional(count),
    }),
  },
  "breaches.assess": {
    ...row,
    need: "work",
    from: undecided,
    data: z.strictObject({
      answers,
      /** NHS grid, 1 to 5; only of an NHS-commissioned clinic. */
      nhsLikelihood: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
      nhsImpact: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
    }),
  },
  /** The lead's advice. */
  "breaches.advise": {
    ...row,
    need: "advise",
    from: undecided,
    data: z.strictObject({ advice: z.enum(advices), reason: sentence }),
  },
  /** The controller's decision: a reason both ways. */
  "breaches.decide": {
    ...row,
    need: "decide",
    from: undecided,
    data: z.strictObject({
      ico: z.enum(icoDecisions),
      people: z.enum(peopleDecisions),
      reason: sentence,
      /** Kinds of harm to be feared, which the decision about the people weighs. */
      harms: z.optional(z.array(z.enum(harms)).check(z.maxLength(harms.length))),
      /** Required of another harm. */
      harmsOther: z.optional(mayBeEmpty),
      /** Why the people are not told; required where the risk to them is high. */
      ground: z.optional(z.enum(notTellingGrounds)),
      /** Required of a disproportionate effort: how they are told in public instead. */
      publicHow: z.optional(mayBeEmpty),
    }),
  },
  /**
   * The ICO was told. Never gated by what is unknown (Art 33(4)), from any state: even of a closed one, a fact is a
   * fact.
   */
  "breaches.notify": {
    ...row,
    need: "notify",
    data: z.strictObject({
      sentAt: instant,
      reference: z.optional(sentenceOrNone(60)),
      /** Required where it was sent after the 72 hours. */
      delayReason: z.optional(sentence),
      /** Required where another time was recorded before. */
      reason: z.optional(sentence),
    }),
  },
  "breaches.entry": {
    ...row,
    need: "note",
    from: open,
    adds: true,
    data: z.strictObject({ text: sentence, at: z.optional(instant) }),
  },
  "breaches.addendum": {
    ...row,
    need: "note",
    from: ["closed"],
    adds: true,
    data: z.strictObject({ text: sentence }),
  },
  /** One answer of the ICO's form; its value is checked by the question's type. */
  "breaches.answer": {
    ...works,
    // Of the form's own part: the clinic's contacts.
    asksForOwn: ({ key }) => ownQuestions.some((one) => one === key),
    data: z.strictObject({
      key: line(40),
      value: z.union([mayBeEmpty, z.int(), z.array(line(60)).check(z.maxLength(30))]),
    }),
  },
  "breaches.addPeople": {
    ...works,
    adds: true,
    data: z.strictObject({
      people: z.array(person).check(z.minLength(1), z.maxLength(policy.peopleAtOnce.amount)),
    }),
  },
  "breaches.person": {
    ...works,
    adds: true,
    data: z.strictObject({
      person: rowId,
      toBeTold: z.optional(z.boolean()),
      toldAt: z.optional(instantOrNone),
      toldHow: z.optional(sentenceOrNone(120)),
      letterVersion,
    }),
  },
  /** All of these were told, together: hundreds of letters go out on one day. Who was told before stays as they are. */
  "breaches.peopleTold": {
    ...works,
    adds: true,
    data: z.strictObject({
      people: z.array(rowId).check(z.minLength(1), z.maxLength(policy.peopleAtOnce.amount)),
      toldAt: instant,
      toldHow: written(line(120)),
      letterVersion,
    }),
  },
  /** Puts a person's account on the worklist (no step), or takes it one step on. */
  "breaches.account": {
    ...works,
    adds: true,
    data: z.strictObject({
      user: rowId,
      system: z.enum(accountSystems),
      step: z.optional(z.enum(accountSteps)),
      at: z.optional(instant),
      /** When this step was taken, as it stood on the screen; left out, what stands there is set anew. */
      seen: z.optional(instantOrNone),
      /** Required where a step comes before the one it should follow, or was recorded for another time. */
      reason: z.optional(sentence),
    }),
  },
  /** What the people affected are told (Art 34(2)), without a name of theirs: the words of the letter. */
  "breaches.letter": {
    ...works,
    data: z.strictObject({ happened: sentence, consequences: sentence, done: sentence, advice: sentence }),
  },
  /** The reason is required where another time was recorded before. */
  "breaches.contain": {
    ...works,
    data: z.strictObject({ at: instant, how: sentence, reason: z.optional(sentence) }),
  },
  /** It happened at somebody who works for the clinic: the clinic is aware when that processor tells it. */
  "breaches.processor": {
    ...works,
    data: z.strictObject({
      name: sentenceOf(120),
      toldAt: instant,
      /** Required where a time that was known moves with it. */
      reason: z.optional(sentence),
      delayReason: z.optional(sentence),
    }),
  },
  /** Another cause than those named is said in words. */
  "breaches.cause": {
    ...works,
    data: z.strictObject({ cause: z.enum(causes), other: z.optional(sentence) }),
  },
  "breaches.notice": {
    ...works,
    data: z.strictObject({
      id: z.enum(otherNotices.map((notice) => notice.id) as [string, ...string[]]),
      done: z.boolean(),
      at: z.optional(instant),
      note: z.optional(mayBeEmpty),
      /** Required where the time that was recorded changes, or is taken back. */
      reason: z.optional(sentence),
    }),
  },
  /**
   * Whether the regulator of care has to be told: which of its lines this is, none of them being an answer, too. `lines`
   * are those that were seen, for the clinic's regulator can change while somebody thinks.
   */
  "breaches.care": {
    ...works,
    data: z.strictObject({
      lines: careLines,
      applies: careLines,
      reason: sentence,
    }),
  },
  /** What is known of harm to a person through their care; `domain/law/candour.ts` says what follows. */
  "breaches.candour": {
    ...works,
    data: z.strictObject({
      care: z.enum(careKinds),
      resulted: z.enum(resultedAnswers),
      harm: z.enum(candourHarms),
      opinion: z.enum(opinions),
      opinionAt: z.optional(instantOrNone),
      reason: sentence,
    }),
  },
  /** Lets one person into this case until a time: an outside reviewer, or somebody named in a confidential case. */
  "breaches.grant": {
    ...keeps,
    adds: true,
    data: z.strictObject({ user: rowId, until: instant, reason: sentence }),
  },
  "breaches.endGrant": { ...keeps, adds: true, data: z.strictObject({ grant: rowId, reason: sentence }) },
  /** Opens a confidential case to named people. */
  "breaches.open": {
    ...keeps,
    adds: true,
    data: z.strictObject({
      users: z.array(rowId).check(z.minLength(1), z.maxLength(20)),
      until: instant,
      reason: sentence,
    }),
  },
  /** Ends what keeps a case from people who read the list: it takes its number of the series, and stays open. */
  "breaches.openToAll": { ...keeps, data: z.strictObject({ reason: sentence }) },
  /** Declares one's own conflict: from then on somebody else decides. */
  "breaches.conflict": { ...row, need: "note", adds: true, data: z.strictObject({ reason: sentence }) },
  /** Whom it concerns goes on because nobody else is there, and says so: the next review has to see it. */
  "breaches.alone": {
    ...row,
    need: "alone",
    from: open,
    adds: true,
    data: z.strictObject({ reason: sentence }),
  },
  "breaches.withdraw": {
    ...row,
    need: "triage",
    from: undecided,
    data: z.strictObject({ reason: sentence }),
  },
  /** The reason is required where something is missing. */
  "breaches.close": { ...works, data: z.strictObject({ reason: z.optional(sentence) }) },
  "breaches.reopen": { ...row, need: "work", from: ["closed"], data: z.strictObject({ reason: sentence }) },
  /** Freezes a version of the report: whoever does it has read that very text (`readingOf`), whose SHA-256 this is. */
  "breaches.version": {
    ...row,
    need: "work",
    adds: true,
    data: z.strictObject({ read: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  },
  /** A version went out. */
  "breaches.sent": {
    ...row,
    need: "notify",
    adds: true,
    data: z.strictObject({ version: z.int().check(z.minimum(1)), at: instant }),
  },
} as const satisfies Record<string, ActRule<IncidentState, CaseNeed>>;

/** Acts on an incident that is there. */
export type OnCase = {
  [A in keyof typeof breachActs]: (typeof breachActs)[A] extends CaseRule ? A : never;
}[keyof typeof breachActs];
