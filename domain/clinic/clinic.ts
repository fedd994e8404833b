import * as z from "zod/mini";
import { oneLine } from "../base/one-line.ts";
import { sentenceOrNone } from "../base/sentence.ts";
import { instant } from "../ledger/event.ts";
import { reviewDays } from "../registers/reviews/week.ts";
import { namedSite } from "./policy-answer.ts";

/** Id of the one row of `clinic`. */
export const clinicId = "clinic000000000";

/** Whose law and calendar a clinic keeps. */
export const nations = ["england", "wales", "scotland", "northern-ireland"] as const;
export type Nation = (typeof nations)[number];

/** Who inspects a clinic there. */
export const regulators = {
  england: "Care Quality Commission",
  wales: "Healthcare Inspectorate Wales",
  scotland: "Healthcare Improvement Scotland",
  "northern-ireland": "Regulation and Quality Improvement Authority",
} as const satisfies Record<Nation, string>;

const id = z.string().check(z.regex(/^[a-z0-9]{15}$/));

/** A mail domain as written after the @, in lower case: `harbour.example`. */
export const mailDomain = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(120),
    z.regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/),
  );
const mailDomains = z.array(mailDomain).check(z.maxLength(50));

/** IANA name, `Europe/London`; the server asks its own time zone table whether it exists. */
const timeZone = z.string().check(z.regex(/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/), z.maxLength(60));

/** What set-up asks about the clinic. */
export const clinicSetUp = z.strictObject({
  name: oneLine(120),
  nation: z.enum(nations),
  timeZone,
  /** What the clinic calls its lead: "confidentiality lead", "data protection officer". */
  leadTitle: oneLine(60),
  mailDomains,
  /** Whether the server's disk is encrypted; asked because references alone can be special-category data. */
  diskEncrypted: z.boolean(),
});

/** What the clinic is to others; says which notices and questions of a breach concern it. */
const profile = z.strictObject({
  /** Registered with the CQC, or its like elsewhere. */
  cqc: z.boolean(),
  /** Works for the NHS: the DSPT and its grid apply. */
  nhs: z.boolean(),
  insured: z.boolean(),
  commissioned: z.boolean(),
});
const idOrNone = z.union([id, z.literal("")]);

/** What `clinic.change` may carry; columns left out stay as they are. */
export const clinicChange = z.strictObject({
  name: z.optional(oneLine(120)),
  nation: z.optional(z.enum(nations)),
  timeZone: z.optional(timeZone),
  regulator: z.optional(sentenceOrNone(120)),
  leadTitle: z.optional(oneLine(60)),
  lead: z.optional(id),
  deputyLead: z.optional(z.union([id, z.literal("")])),
  mailDomains: z.optional(mailDomains),
  approvedDomains: z.optional(mailDomains),
  approvedSystem: z.optional(oneLine(60)),
  /** '' while the clinic holds no weekly review. */
  reviewDay: z.optional(z.enum(reviewDays)),
  mailOverride: z.optional(z.boolean()),
  sites: z.optional(z.array(namedSite).check(z.maxLength(100))),
  diskEncrypted: z.optional(z.boolean()),
  /** Who decides for the clinic whether the regulator and the people concerned are told. */
  controller: z.optional(idOrNone),
  /** Who is asked first about what may be a breach, and who is when there is no answer. */
  duty: z.optional(idOrNone),
  deputy: z.optional(idOrNone),
  /** When the clinic began: no time of an incident lies before. */
  since: z.optional(z.union([instant, z.literal("")])),
  profile: z.optional(profile),
  /** Registration number with the regulator of data protection, or why it is exempt. */
  registration: z.optional(sentenceOrNone(200)),
  sector: z.optional(sentenceOrNone(120)),
  address: z.optional(sentenceOrNone(500)),
});

/** A row of `clinic` as PocketBase answers it. */
export const clinicRow = z.object({
  id: z.string(),
  name: z.string(),
  nation: z.enum(nations),
  timeZone: z.string(),
  regulator: z.string(),
  leadTitle: z.string(),
  lead: z.string(),
  deputyLead: z.string(),
  mailDomains: z.array(z.string()),
  approvedDomains: z.array(z.string()),
  approvedSystem: z.string(),
  reviewDay: z.enum(reviewDays),
  mailOverride: z.boolean(),
  sites: z.array(namedSite),
  diskEncrypted: z.boolean(),
  controller: z.string(),
  duty: z.string(),
  deputy: z.string(),
  since: z.string(),
  profile: z.nullable(profile),
  registration: z.string(),
  sector: z.string(),
  address: z.string(),
  version: z.int(),
});
export type ClinicRow = z.infer<typeof clinicRow>;
