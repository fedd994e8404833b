import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { systemName } from "../../base/forms.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, sentenceOrNone, written } from "../../base/sentence.ts";
import { professionKeys } from "../../law/professions.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import type { StepKind } from "./facts.ts";
import { groundKeys, itemFates, thirdPartyViews } from "./grounds.ts";
import { ages, requesters, requestKinds, takenBy } from "./kinds.ts";
import { type RequestState, statesFor } from "./machine.ts";
import { type FoundThere, foundThere } from "./search-places.ts";
import { type DecideGround, decideGrounds } from "./words.ts";

const team = ["staff", "manager", "dpo"] as const;
const managers = ["manager", "dpo"] as const;
const longest = policy.sentenceLongest.amount;
const note = z.optional(sentenceOrNone(longest));
const reason = sentence(longest);
const count = z.string().check(z.regex(/^\d{1,6}$/));
const day = civilDate;
/** Shorter than any number of the health service. */
const registration = z.string().check(z.regex(/^[A-Za-z0-9-]{1,9}$/));
const found = z.enum(Object.keys(foundThere) as [FoundThere, ...FoundThere[]]);

/** An entry on a request's path, in the states that its machine names. */
const step = <Data extends z.ZodMiniType>(kind: StepKind, may: ActRule["may"], data: Data) =>
  ({ may, on: "row", from: statesFor(kind), data }) as const;

/** Requests of right and complaints: each act is one entry on the path of one request. */
export const requestActs = {
  "requests.take": {
    may: team,
    on: "new",
    data: z.strictObject({
      kind: z.enum(requestKinds),
      requester: z.enum(requesters),
      age: z.enum(ages),
      /** What came by the public form is accepted, not taken. */
      channel: z.enum(takenBy),
      receivedOn: day,
      /** "yes": there is a reasonable doubt who they are. */
      doubt: z.enum(["yes", "no"]),
      system: z.optional(systemName),
      recordRef: z.optional(oneLine(200)),
      /** Who asks, where the answer has to reach somebody: kept apart, no event holds it. Not looked through. */
      name: z.optional(oneLine(120)),
      /** Where the answer goes, in the asker's own words. Not looked through. */
      reach: z.optional(oneLine(300)),
      /** What is asked for, without names: of a pasted e-mail what the screen left of it. */
      wants: sentence(policy.requestWordsLongest.amount),
      /** A withdrawn request that this one takes up again. */
      renews: z.optional(rowId),
    }),
  },
  "requests.record": step("record", team, z.strictObject({ system: systemName, recordRef: oneLine(200) })),
  "requests.assign": step("assign", managers, z.strictObject({ to: rowId })),
  "requests.identityAsked": step("identityAsked", team, z.strictObject({ day, note })),
  "requests.identity": step(
    "identity",
    team,
    z.strictObject({
      how: z.enum(["known", "paper", "questions", "called-back"]),
      right: z.enum(["yes", "no"]),
      /** Which two were asked; never what was answered. */
      first: z.optional(z.enum(["visit", "who", "phone", "address", "letter", "referrer"])),
      second: z.optional(z.enum(["visit", "who", "phone", "address", "letter", "referrer"])),
      day,
    }),
  ),
  "requests.authority": step(
    "authority",
    managers,
    z.strictObject({
      /** What was seen, and what it covers. */
      paper: reason,
      until: z.optional(day),
      understands: z.optional(z.enum(["competent", "not-competent"])),
      agrees: z.optional(z.enum(["yes", "no"])),
    }),
  ),
  "requests.which": step("which", managers, z.strictObject({ day, asked: reason })),
  "requests.whichAnswered": step("whichAnswered", team, z.strictObject({ day, note })),
  "requests.search": step(
    "search",
    managers,
    z.strictObject({
      system: found,
      imaging: found,
      paper: found,
      mailbox: found,
      cctv: found,
      phone: found,
      log: found,
      papers: count,
      /** Of these, already seen by or known to the patient. */
      seen: count,
      oldestOn: z.optional(day),
      note,
    }),
  ),
  "requests.opinionAsked": step("opinionAsked", managers, z.strictObject({ of: rowId })),
  "requests.opinion": step(
    "opinion",
    team,
    z.strictObject({
      answer: z.enum(["no", "some", "cant"]),
      reason,
      profession: z.enum(professionKeys),
      number: registration,
      day,
      /** "yes": it was signed on paper by somebody who is named there. */
      paper: z.optional(z.enum(["yes"])),
    }),
  ),
  "requests.opinionNotNeeded": step(
    "opinionNotNeeded",
    managers,
    z.strictObject({
      why: z.enum(["own-name", "all-seen", "dead", "no-health"]),
      /** Of a practitioner in their own name, who alone is exempt as a registered one (DPA 2018 s.204, Sch 3 para 6). */
      profession: z.optional(z.enum(professionKeys)),
      number: z.optional(registration),
      reason,
    }),
  ),
  "requests.item": step(
    "item",
    managers,
    z.strictObject({
      what: written(oneLine(120)),
      fate: z.enum(itemFates),
      ground: z.optional(z.enum(groundKeys)),
      view: z.optional(z.enum(thirdPartyViews)),
      reason,
    }),
  ),
  "requests.itemsDone": step(
    "itemsDone",
    managers,
    z.strictObject({
      /** The four of the redaction checklist; asked for where something is blacked out. */
      copy: z.optional(z.enum(["yes"])),
      burnt: z.optional(z.enum(["yes"])),
      hidden: z.optional(z.enum(["yes"])),
      second: z.optional(z.enum(["yes"])),
    }),
  ),
  "requests.acknowledge": step("acknowledge", team, z.strictObject({ day, how: reason })),
  "requests.decide": step(
    "decide",
    managers,
    z.strictObject({
      outcome: z.enum(["whole", "part", "refused"]),
      ground: z.enum(Object.keys(decideGrounds) as [DecideGround, ...DecideGround[]]),
      reason,
    }),
  ),
  "requests.progress": step("progress", team, z.strictObject({ note: reason })),
  "requests.recipients": step("recipients", managers, z.strictObject({ told: reason })),
  "requests.approve": step("approve", managers, z.strictObject({ note })),
  "requests.lift": step("lift", managers, z.strictObject({ reason })),
  "requests.more": step(
    "more",
    managers,
    z.strictObject({
      day,
      time: z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)),
      ground: z.enum(["complex", "number"]),
      reason,
    }),
  ),
  "requests.fee": step(
    "fee",
    managers,
    z.strictObject({
      day,
      pounds: z.string().check(z.regex(/^\d{1,4}(?:\.\d{2})?$/)),
      ground: z.enum(["unfounded", "excessive", "copies"]),
      reason,
    }),
  ),
  "requests.feePaid": step("feePaid", team, z.strictObject({ day })),
  "requests.handOver": step(
    "handOver",
    team,
    z.strictObject({
      day,
      how: z.enum(["person", "system", "encrypted", "post", "together", "mail", "letter"]),
      /** Who receives it was checked again, against what was asked for. */
      checked: z.enum(["yes"]),
      /** Of e-mail: the patient's own word for it, and what was explained. */
      word: z.optional(sentenceOrNone(longest)),
    }),
  ),
  "requests.tellLift": step("tellLift", team, z.strictObject({ day, how: reason })),
  "requests.endRestriction": step("endRestriction", managers, z.strictObject({ reason })),
  "requests.withdraw": step("withdraw", team, z.strictObject({ day, reason })),
  "requests.back": step(
    "back",
    managers,
    z.strictObject({
      to: z.enum(["identity", "authority", "search", "opinion", "items", "decide", "recipients", "approve"]),
      reason,
    }),
  ),
} as const satisfies Record<string, ActRule<RequestState>>;
export type RequestAct = keyof typeof requestActs;
