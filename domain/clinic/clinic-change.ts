import * as z from "zod/mini";
import { instant } from "../base/forms.ts";
import { oneLine } from "../base/one-line.ts";
import { sentenceOrNone } from "../base/sentence.ts";
import { careRegulatorAnswers, legalFormAnswers, nations, nhsWorkAnswers } from "../law/four-answers.ts";
import { reviewDays } from "../registers/reviews/week.ts";
import { switchable } from "../registers/switched.ts";
import { siteKinds } from "../sites/kind-names.ts";
import { profile } from "./clinic.ts";
import { clinicSite } from "./clinic-site.ts";
import { ruleTable } from "./rule-table.ts";

/** What people send of the clinic; how its row is read stands in clinic.ts, which each first screen carries. */

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

const answered = <Answer extends string>(answers: readonly Answer[]) =>
  z.enum(answers.filter((one) => one !== "") as [Exclude<Answer, "">, ...Exclude<Answer, "">[]]);

/** What set-up asks about the clinic, and before all else whose law it works under (`law/four-answers.ts`). */
export const clinicSetUp = z.strictObject({
  name: oneLine(120),
  nation: z.enum(nations),
  careRegulator: answered(careRegulatorAnswers),
  legalForm: answered(legalFormAnswers),
  nhsWork: answered(nhsWorkAnswers),
  timeZone,
  /** What the clinic calls its lead: "confidentiality lead", "data protection officer". */
  leadTitle: oneLine(60),
  mailDomains,
  /** Whether the server's disk is encrypted; asked because references alone can be special-category data. */
  diskEncrypted: z.boolean(),
});

const idOrNone = z.union([id, z.literal("")]);

/** What `clinic.change` may carry; columns left out stay as they are. */
export const clinicChange = z.strictObject({
  name: z.optional(oneLine(120)),
  nation: z.optional(z.enum(nations)),
  /** '' takes an answer back: not asked yet. */
  careRegulator: z.optional(z.enum(careRegulatorAnswers)),
  legalForm: z.optional(z.enum(legalFormAnswers)),
  nhsWork: z.optional(z.enum(nhsWorkAnswers)),
  timeZone: z.optional(timeZone),
  leadTitle: z.optional(oneLine(60)),
  lead: z.optional(id),
  deputyLead: z.optional(z.union([id, z.literal("")])),
  mailDomains: z.optional(mailDomains),
  approvedDomains: z.optional(mailDomains),
  approvedSystem: z.optional(oneLine(60)),
  /** '' while the clinic holds no weekly review. */
  reviewDay: z.optional(z.enum(reviewDays)),
  mailOverride: z.optional(z.boolean()),
  /** Whether papers about the clinic's own staff are let pass; they are held unless it says so. */
  staffPapersPass: z.optional(z.boolean()),
  /** What becomes of documents about patients that leave; null is the usual table. */
  mailRules: z.optional(z.nullable(ruleTable)),
  sites: z.optional(z.array(clinicSite).check(z.maxLength(100))),
  /** Kinds of sites that are guarded beside those (`sites/kinds.ts`). */
  siteKinds: z.optional(z.array(z.enum(siteKinds)).check(z.maxLength(siteKinds.length))),
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
  /** Whether requests are taken by the public form, and the telephone that it names; the first needs the second. */
  publicForm: z.optional(z.boolean()),
  publicPhone: z.optional(sentenceOrNone(60)),
  /** Registers that the clinic does without. */
  registersOff: z.optional(z.array(z.enum(switchable)).check(z.maxLength(switchable.length))),
});
