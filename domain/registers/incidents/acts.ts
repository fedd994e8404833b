import * as z from "zod/mini";
import { oneLine } from "../../base/one-line.ts";
import { sentence as sentenceOf, sentenceOrNone } from "../../base/sentence.ts";
import { eventId, instant, recordRef, systemName } from "../../ledger/event.ts";
import { policy } from "../../policy.ts";
import { roles } from "../../roles.ts";
import {
  advices,
  icoDecisions,
  peopleDecisions,
  type Question,
  type QuestionId,
  questions,
} from "./assessment.ts";
import { accountSteps, accountSystems, breachTypes, causes, reportKinds, triageVerdicts } from "./kinds.ts";
import { otherNotices } from "./notices-due.ts";

/**
 * Acts of the register of incidents. Every role passes here: who may do it in this case, an outside reviewer among
 * them, stands in `may-act-on.ts`. Every `reason` and `text` is screened by the detector on the server.
 */
const may = roles;
const id = z.string().check(z.regex(/^[a-z0-9]{15}$/));
const sentence = sentenceOf(policy.sentenceLongest.amount);
const mayBeEmpty = sentenceOrNone(policy.sentenceLongest.amount);
const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
/** '' takes a time back: not known. */
const instantOrNone = z.union([instant, z.literal("")]);
export const civilDate = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
const count = z.int().check(z.minimum(-1), z.maximum(10_000_000));
/** Of a letter of ours, for example `2026-11-1`; no words. */
const letterVersion = z.optional(z.string().check(z.regex(/^(?:20\d\d-\d{1,2}-\d{1,2}|\d{1,3})?$/)));
const nothing = z.strictObject({});

const answers = z.strictObject(
  Object.fromEntries(
    (Object.entries(questions) as [QuestionId, Question][]).map(([key, question]) => [
      key,
      z.optional(z.enum(Object.keys(question.answers) as [string, ...string[]])),
    ]),
  ) as Record<QuestionId, z.ZodMiniOptional<z.ZodMiniEnum>>,
);

export const person = z.strictObject({
  /** A vendor's id or a keyed reference, never a name. */
  recordRef,
  system: systemName,
  toBeTold: z.boolean(),
});

export const breachActs = {
  /** Makes an incident of a mail attempt or a log entry, with its evidence linked; of each one only. */
  "breaches.fromEvent": { may, on: "new", data: z.strictObject({ event: id }) },
  /** "What somebody told me", by one key. */
  "breaches.told": {
    may,
    on: "new",
    data: z.strictObject({
      /** Made by the client before the first try, as of a report. */
      request: z.optional(eventId),
      text: sentence,
      kind: z.optional(z.enum(reportKinds)),
      noticedAt: z.optional(instant),
    }),
  },
  "breaches.triage": {
    may,
    on: "row",
    data: z.strictObject({
      verdict: z.enum(triageVerdicts),
      reason: sentence,
      /** Awareness; left out it is the start of the provisional clock, the strictest reading. */
      awareAt: z.optional(instant),
    }),
  },
  "breaches.setTimes": {
    may,
    on: "row",
    data: z.strictObject({
      occurredFrom: z.optional(instantOrNone),
      occurredTo: z.optional(instantOrNone),
      detectedAt: z.optional(instantOrNone),
      awareAt: z.optional(instantOrNone),
      reportedInternallyAt: z.optional(instantOrNone),
      /** Required where awareness changes. */
      reason: z.optional(sentence),
    }),
  },
  "breaches.describe": {
    may,
    on: "row",
    data: z.strictObject({
      title: z.optional(sentenceOf(120)),
      kind: z.optional(z.enum(reportKinds)),
      types: z.optional(z.array(z.enum(breachTypes)).check(z.maxLength(3))),
      /** Who sent or did it; they are passed over wherever somebody decides. */
      senders: z.optional(z.array(id).check(z.maxLength(20))),
      /** -1 takes a number back: not known. */
      peopleCount: z.optional(count),
      recordsCount: z.optional(count),
    }),
  },
  "breaches.assess": {
    may,
    on: "row",
    data: z.strictObject({
      answers,
      /** NHS grid, 1 to 5; only of an NHS-commissioned clinic. */
      nhsLikelihood: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
      nhsImpact: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
    }),
  },
  /** The lead's advice. */
  "breaches.advise": { may, on: "row", data: z.strictObject({ advice: z.enum(advices), reason: sentence }) },
  /** The controller's decision: a reason both ways. */
  "breaches.decide": {
    may,
    on: "row",
    data: z.strictObject({ ico: z.enum(icoDecisions), people: z.enum(peopleDecisions), reason: sentence }),
  },
  /** The ICO was told. Never gated by what is unknown (Art 33(4)). */
  "breaches.notify": {
    may,
    on: "row",
    data: z.strictObject({
      sentAt: instant,
      reference: z.optional(sentenceOrNone(60)),
      delayReason: z.optional(sentence),
    }),
  },
  "breaches.entry": { may, on: "row", data: z.strictObject({ text: sentence, at: z.optional(instant) }) },
  "breaches.addendum": { may, on: "row", data: z.strictObject({ text: sentence }) },
  /** One answer of the ICO's form; its value is checked by the question's type. */
  "breaches.answer": {
    may,
    on: "row",
    data: z.strictObject({
      key: line(40),
      value: z.union([mayBeEmpty, z.int(), z.array(line(60)).check(z.maxLength(30))]),
    }),
  },
  "breaches.addPeople": {
    may,
    on: "row",
    data: z.strictObject({
      people: z.array(person).check(z.minLength(1), z.maxLength(policy.peopleAtOnce.amount)),
    }),
  },
  "breaches.person": {
    may,
    on: "row",
    data: z.strictObject({
      person: id,
      toBeTold: z.optional(z.boolean()),
      toldAt: z.optional(instantOrNone),
      toldHow: z.optional(sentenceOrNone(120)),
      letterVersion,
    }),
  },
  /** All of these were told, together: hundreds of letters go out on one day. Who was told before stays as they are. */
  "breaches.peopleTold": {
    may,
    on: "row",
    data: z.strictObject({
      people: z.array(id).check(z.minLength(1), z.maxLength(policy.peopleAtOnce.amount)),
      toldAt: instant,
      toldHow: line(120),
      letterVersion,
    }),
  },
  /** Puts a person's account on the worklist (no step), or takes it one step on. */
  "breaches.account": {
    may,
    on: "row",
    data: z.strictObject({
      user: id,
      system: z.enum(accountSystems),
      step: z.optional(z.enum(accountSteps)),
      at: z.optional(instant),
      /** When this step was taken, as it stood on the screen; left out, what stands there is set anew. */
      seen: z.optional(instantOrNone),
      /** Required where a step comes before the one it should follow. */
      reason: z.optional(sentence),
    }),
  },
  /** What the people affected are told (Art 34(2)), without a name of theirs: the words of the letter. */
  "breaches.letter": {
    may,
    on: "row",
    data: z.strictObject({ happened: sentence, consequences: sentence, done: sentence, advice: sentence }),
  },
  "breaches.contain": { may, on: "row", data: z.strictObject({ at: instant, how: sentence }) },
  "breaches.cause": { may, on: "row", data: z.strictObject({ cause: z.enum(causes) }) },
  "breaches.notice": {
    may,
    on: "row",
    data: z.strictObject({
      id: z.enum(otherNotices.map((notice) => notice.id) as [string, ...string[]]),
      done: z.boolean(),
      at: z.optional(instant),
      note: z.optional(mayBeEmpty),
    }),
  },
  /** Lets one person into this case until a time: an outside reviewer, or somebody named in a confidential case. */
  "breaches.grant": {
    may,
    on: "row",
    data: z.strictObject({ user: id, until: instant, reason: sentence }),
  },
  "breaches.endGrant": { may, on: "row", data: z.strictObject({ grant: id, reason: sentence }) },
  /** Opens a confidential case to named people. */
  "breaches.open": {
    may,
    on: "row",
    data: z.strictObject({
      users: z.array(id).check(z.minLength(1), z.maxLength(20)),
      until: instant,
      reason: sentence,
    }),
  },
  /** Ends what keeps a case from people who read the list: it takes its number of the series, and stays open. */
  "breaches.openToAll": { may, on: "row", data: z.strictObject({ reason: sentence }) },
  /** Declares one's own conflict: from then on somebody else decides. */
  "breaches.conflict": { may, on: "row", data: z.strictObject({ reason: sentence }) },
  "breaches.withdraw": { may, on: "row", data: z.strictObject({ reason: sentence }) },
  /** The reason is required where something is missing. */
  "breaches.close": { may, on: "row", data: z.strictObject({ reason: z.optional(sentence) }) },
  "breaches.reopen": { may, on: "row", data: z.strictObject({ reason: sentence }) },
  /** Freezes a version of the report. */
  "breaches.version": { may, on: "row", data: nothing },
  /** A version went out. */
  "breaches.sent": {
    may,
    on: "row",
    data: z.strictObject({ version: z.int().check(z.minimum(1)), at: instant }),
  },
} as const;

const managers = ["manager", "dpo"] as const;

/** Corrective actions of every register. Who owns one may do it; who verifies is somebody else. */
export const actionActs = {
  "actions.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      register: z.enum(["breaches", "reviews"]),
      /** Row of that register. */
      subject: id,
      text: sentence,
      owner: id,
      due: civilDate,
    }),
  },
  "actions.done": { may, on: "row", data: z.strictObject({ note: z.optional(mayBeEmpty) }) },
  "actions.verify": { may: managers, on: "row", data: nothing },
  "actions.cancel": { may: managers, on: "row", data: z.strictObject({ reason: sentence }) },
} as const;

/** A completion of training entered by hand, until the training register answers. */
export const trainingActs = {
  "training_entries.add": {
    may: managers,
    on: "new",
    data: z.strictObject({ user: id, completedOn: civilDate, what: z.optional(oneLine(120)) }),
  },
  /** Mends an entry by another in its place; an empty day takes it back. */
  "training_entries.correct": {
    may: managers,
    on: "new",
    data: z.strictObject({
      entry: id,
      completedOn: z.union([civilDate, z.literal("")]),
      what: z.optional(oneLine(120)),
      reason: sentence,
    }),
  },
} as const;
