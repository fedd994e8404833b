import * as z from "zod/mini";
import { instant, keyed, systemName } from "./base/forms.ts";
import { oneLine } from "./base/one-line.ts";
import { rowId } from "./base/row-id.ts";
import { sentence, sentenceOrNone } from "./base/sentence.ts";
import { candourReport } from "./clinic/clinic.ts";
import { clinicChange } from "./clinic/clinic-change.ts";
import { exactDecision } from "./clinic/exact-list.ts";
import { confirmedTime } from "./ledger/clock.ts";
import { askedErasure, keptErasure } from "./ledger/erasure.ts";
import { mailProgramsSaid } from "./people/mail-programs.ts";
import { actionActs } from "./registers/actions/acts.ts";
import { auditActs, roundActs, sampleActs } from "./registers/audits/acts.ts";
import { cctvActs } from "./registers/cctv/acts.ts";
import { consentActs } from "./registers/consent/acts.ts";
import { disclosureActs } from "./registers/disclosures/acts.ts";
import { shareActs } from "./registers/disclosures/share-acts.ts";
import { exceptionActs } from "./registers/exceptions/acts.ts";
import { holdActs } from "./registers/holds/acts.ts";
import { importActs } from "./registers/imports/acts.ts";
import { breachActs } from "./registers/incidents/acts.ts";
import { objectionActs } from "./registers/objections/acts.ts";
import { policyMapActs } from "./registers/policy-map/acts.ts";
import { projectActs } from "./registers/projects/acts.ts";
import type { ActRule } from "./registers/register.ts";
import { releaseActs } from "./registers/releases/acts.ts";
import { requestActs } from "./registers/requests/acts.ts";
import { sentActs } from "./registers/requests/sent/acts.ts";
import { retentionActs } from "./registers/retention/acts.ts";
import { weeklyReviewActs } from "./registers/reviews/acts.ts";
import { supplierActs } from "./registers/suppliers/acts.ts";
import { trainingActs } from "./registers/training/acts.ts";
import type { Role } from "./roles.ts";
import { devices, holders, roles } from "./roles.ts";
import { correctionChange } from "./sites/signing.ts";

/**
 * Every act of `POST /api/chaperone/act`, as `registers/register.ts` says what is asked of one. What depends on the row
 * acted on stands in `may-act.ts` and in the registers' own `may-act-on.ts`, by the act's `need`.
 */

export const personName = oneLine(120);
export const email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(200));
export const browserName = oneLine(80);
const nothing = z.strictObject({});

const lead: readonly Role[] = ["dpo"];
const managers: readonly Role[] = ["manager", "dpo"];
/** The deputy lead may be of any of these. */
const team: readonly Role[] = ["staff", "manager", "dpo"];

export const acts = {
  /** With an id: gives a desk person an address and an invitation. */
  "users.invite": {
    may: managers,
    on: "either",
    data: z.strictObject({
      email,
      name: personName,
      role: z.enum(roles),
      practitioner: z.boolean(),
      /** An auditor's end; nobody else has one. */
      until: z.optional(instant),
      /** `case`: an outside reviewer, an auditor who reads the cases they are let into and nothing else. */
      scope: z.optional(z.enum(["", "case"])),
    }),
  },
  /** A person at a shared desk, without sign-in. */
  "users.add": {
    may: managers,
    on: "new",
    data: z.strictObject({ name: personName, practitioner: z.boolean() }),
  },
  "users.change": {
    may: managers,
    on: "row",
    data: z.strictObject({
      name: z.optional(personName),
      email: z.optional(email),
      role: z.optional(z.enum(roles)),
      practitioner: z.optional(z.boolean()),
      until: z.optional(instant),
    }),
    endsSessions: true,
  },
  "users.deactivate": { may: managers, on: "row", from: ["active"], data: nothing, endsSessions: true },
  "users.activate": { may: managers, on: "row", from: ["gone"], data: nothing },
  /** A fresh link: for a lost phone, or an invitation that ran out. */
  "users.reenrol": { may: managers, on: "row", from: ["active"], data: nothing, endsSessions: true },
  "users.endSessions": { may: managers, on: "row", data: nothing, endsSessions: true },
  /** One's own calendar address; the answer tells it once. */
  "calendar_links.make": { may: roles, on: "new", data: nothing },
  "calendar_links.end": { may: roles, on: "row", data: nothing },
  /** Which mail programs one uses outside the browser. */
  "mail_programs.say": { may: team, on: "new", data: mailProgramsSaid },
  "browsers.code": {
    may: managers,
    on: "new",
    data: z.strictObject({
      holder: z.enum(holders),
      device: z.enum(devices),
      user: z.optional(rowId),
      name: browserName,
    }),
  },
  "browsers.revoke": { may: managers, on: "row", from: ["paired"], data: nothing },
  /** An empty reason takes the permission back. */
  "browsers.allowOwnDevice": {
    may: lead,
    on: "row",
    data: z.strictObject({ reason: sentenceOrNone(500) }),
  },
  /** The lead has looked why the log contradicts this browser's receipt; that receipt counts no more. */
  "browsers.settleMismatch": { may: lead, on: "row", data: z.strictObject({ reason: sentence(500) }) },
  "browsers.change": { may: managers, on: "row", data: z.strictObject({ name: browserName }) },
  "clinic.change": { may: lead, on: "row", unscreened: true, data: clinicChange },
  /** What browsers know of pages is corrected: their server screens it by its schema, and for a patient's name. */
  "clinic.adapters": { may: lead, on: "row", data: correctionChange },
  /** The yearly report on the duty of candour was published (Scotland). */
  "clinic.candourReport": { may: lead, on: "row", data: candourReport },
  /** The clinic decided on a list of its own patients as keyed tokens: who, when and why is its own to say. */
  "clinic.exactOn": { may: lead, on: "row", unscreened: true, data: exactDecision },
  "clinic.exactErase": { may: lead, on: "row", data: nothing },
  "clinic.exactOff": { may: lead, on: "row", data: nothing },
  /** The server's clock jumped, and its time is right: expiry goes on. */
  "clinic.confirmTime": { may: lead, on: "new", data: confirmedTime },
  "notices.record": {
    may: lead,
    on: "new",
    unscreened: true,
    data: z.strictObject({
      text: sentence(20_000),
      scope: sentence(2_000),
      assessmentDecision: sentence(5_000),
      assessedBy: oneLine(200),
      /** Civil date. */
      assessedOn: z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)),
      viewsSought: z.boolean(),
      /** What the workers said, or why they were not asked. */
      views: sentence(5_000),
      /** Number of the notice in force that its writer has seen, 0 for none; left out, nothing is compared. */
      after: z.optional(z.int().check(z.minimum(0))),
    }),
  },
  /** Takes an account that the dashboard has keyed; with an id it changes who an account is. */
  "system_accounts.map": {
    may: managers,
    on: "either",
    data: z.strictObject({ system: systemName, account: keyed, user: rowId }),
  },
  "system_accounts.unmap": { may: managers, on: "row", data: nothing },
  /** Asks for an erasure; where nobody else can confirm it, erases at once. */
  "events.erase": { may: lead, on: "new", data: askedErasure },
  /** A second person confirms what was asked, by the row of the request: the event is erased. */
  "events.confirm": { may: team, on: "row", from: ["asked"], data: nothing },
  /** The event stays: the one who asked takes it back, or a second person says no. */
  "events.keep": { may: team, on: "row", from: ["asked"], data: keptErasure },
  ...breachActs,
  ...actionActs,
  ...trainingActs,
  ...importActs,
  ...retentionActs,
  ...holdActs,
  ...exceptionActs,
  ...cctvActs,
  ...disclosureActs,
  ...shareActs,
  ...projectActs,
  ...releaseActs,
  ...consentActs,
  ...objectionActs,
  ...policyMapActs,
  ...weeklyReviewActs,
  ...supplierActs,
  ...auditActs,
  ...requestActs,
  ...sentActs,
  ...roundActs,
  ...sampleActs,
} as const satisfies Record<string, ActRule>;

export type Action = keyof typeof acts;
/** What is asked of an act. */
export const ruleOf = (action: Action): ActRule => acts[action];
export type ActData<A extends Action> = z.infer<(typeof acts)[A]["data"]>;

/** Body of the act route. */
export const actBody = z.strictObject({
  action: z.enum(Object.keys(acts) as [Action, ...Action[]]),
  id: z.optional(rowId),
  version: z.optional(z.int().check(z.minimum(0))),
  data: z.optional(z.record(z.string(), z.unknown())),
});
