import * as z from "zod/mini";
import { instant, systemName } from "../base/forms.ts";
import { overrideReasons } from "../ledger/mail-lists.ts";
import { devices, holders } from "../roles.ts";
import { signingKey } from "../sites/signing.ts";
import { exactInForce } from "./exact-list.ts";
import { namedSite } from "./named-site.ts";
import { ruleTable } from "./rule-table.ts";

const id = z.string().check(z.regex(/^[a-z0-9]{15}$/));

/** Why a browser records no views now (DESIGN.md 2, 1a). */
export const recordingOffReasons = ["no-assessment", "notice-not-shown", "own-device"] as const;
export type RecordingOffReason = (typeof recordingOffReasons)[number];

/** What `GET /api/chaperone/policy` gives a paired browser. It names no patient. */
export const policyAnswer = z.object({
  /** Changes with every change of anything below but `serverTime` and `browser.token`; the ETag. */
  revision: z.string(),
  serverTime: instant,
  clinic: z.object({
    name: z.string(),
    timeZone: z.string(),
    /** What the clinic calls its lead, and who that is: "confidentiality lead", "Dr Voss". */
    lead: z.object({ title: z.string(), name: z.string() }),
    /** Day of the weekly review, in English, for "{day}'s review"; '' while the clinic holds none. */
    reviewDay: z.string(),
    /** The approved way for patient documents, for "patient documents go through {system}". */
    approvedSystem: z.string(),
    /** Address of the dashboard, for links to My record. */
    dashboard: z.string(),
    /** What of the clinic's own people write and is no patient's; an older server tells none. */
    own: z.optional(z.object({ people: z.array(z.string()), texts: z.array(z.string()) })),
  }),
  browser: z.object({
    id,
    name: z.string(),
    holder: z.enum(holders),
    device: z.enum(devices),
    user: z.nullable(z.object({ id, name: z.string() })),
    /** A fresh token where the old one is over 30 days old. */
    token: z.optional(z.string()),
  }),
  /** Who may be picked at a desk; empty for a browser of one person. */
  people: z.array(z.object({ id, name: z.string(), noticeShown: z.boolean() })),
  /** Who is who in the clinical system: keyed sign-in -> person. */
  accounts: z.array(z.object({ system: systemName, account: z.string(), user: id })),
  notice: z.nullable(
    z.object({ version: z.int(), text: z.string(), shownToOwner: z.boolean(), shownAtDesk: z.boolean() }),
  ),
  /** What the last review tells the team, and who has read it of those who use this browser. */
  message: z.optional(z.nullable(z.object({ id, text: z.string(), readBy: z.array(id) }))),
  /** Who of those who use this browser is to be asked for mail programs outside it; an older server asks nobody. */
  asksMailPrograms: z.optional(z.array(id)),
  /** `on` means: this browser may record, subject to the notice having been shown to the person in question. */
  recording: z.object({ on: z.boolean(), reason: z.optional(z.enum(recordingOffReasons)) }),
  /** 32 bytes in hex: keys references and accounts, see DESIGN.md 5. */
  referenceKey: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  sites: z.array(namedSite),
  /** Of clinical systems: buttons that send by e-mail and are approved, by the host as named; an older server tells none. */
  mailButtons: z.optional(z.array(z.object({ host: z.string(), labels: z.array(z.string()) }))),
  /** Key with which this server signs; a browser keeps the first that it is told. An older server tells none. */
  signingKey: z.optional(signingKey),
  /** What the clinic corrected of what is known of pages; checked where it is taken, so that a bad one spoils no policy. */
  adapters: z.optional(z.nullable(z.unknown())),
  mail: z.object({
    ownDomains: z.array(z.string()),
    approvedDomains: z.array(z.string()),
    /** False: "This clinic rule has no override at the desk." */
    override: z.boolean(),
    reasons: z.array(z.enum(overrideReasons)),
    /** Whether papers about the clinic's own staff are held too; an older server tells none, and they are. */
    staffPapers: z.optional(z.boolean()),
    /** What becomes of documents by channel, recipient and strength; an older server tells none: the usual table counts. */
    rules: z.optional(ruleTable),
  }),
  /** The list of the clinic's own patients as keyed tokens; null, and of an older server nothing, where there is none. */
  exact: z.optional(z.nullable(exactInForce)),
});
export type PolicyAnswer = z.infer<typeof policyAnswer>;
