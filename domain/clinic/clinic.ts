import * as z from "zod/mini";
import { civilDate } from "../base/civil-date.ts";
import { careRegulatorAnswers, legalFormAnswers, nations, nhsWorkAnswers } from "../law/four-answers.ts";
import { reviewDays } from "../registers/reviews/week.ts";
import type { RuleTable } from "./mail-rules.ts";

/** Id of the one row of `clinic`. */
export const clinicId = "clinic000000000";

/** What the clinic is to others beside the law; says which notices of a breach concern it. */
export const profile = z.strictObject({ insured: z.boolean(), commissioned: z.boolean() });

/** A yearly report on the duty of candour that was published (`law/candour-year.ts`). */
export const candourReport = z.strictObject({
  /** Last day of the year it is about. */
  year: civilDate,
  publishedOn: civilDate,
  /** Day on which the regulator was told. */
  toldOn: civilDate,
});
export type CandourReport = z.infer<typeof candourReport>;

/** A list that is null in rows of before. */
const listOrNone = <T>(one: z.ZodMiniType<T>) =>
  z.pipe(
    z.nullable(z.array(one)),
    z.transform((list) => list ?? []),
  );

/** A row of `clinic` as PocketBase answers it. */
export const clinicRow = z.object({
  id: z.string(),
  name: z.string(),
  nation: z.enum(nations),
  careRegulator: z.enum(careRegulatorAnswers),
  legalForm: z.enum(legalFormAnswers),
  nhsWork: z.enum(nhsWorkAnswers),
  timeZone: z.string(),
  /** Name of who inspects care; follows from `careRegulator`. */
  regulator: z.string(),
  leadTitle: z.string(),
  lead: z.string(),
  deputyLead: z.string(),
  mailDomains: z.array(z.string()),
  approvedDomains: z.array(z.string()),
  approvedSystem: z.string(),
  reviewDay: z.enum(reviewDays),
  mailOverride: z.boolean(),
  staffPapersPass: z.boolean(),
  /** What a table of its own says is read where it is needed: no first screen carries its schema. */
  mailRules: z.pipe(
    z.unknown(),
    z.transform((rules) => (rules ?? null) as RuleTable | null),
  ),
  /** What may stand there says clinic-site.ts, which the server asks: no first screen carries its schema. */
  sites: z.array(
    z.object({ host: z.string(), adapter: z.string(), mailButtons: z.optional(z.array(z.string())) }),
  ),
  siteKinds: listOrNone(z.string()),
  /** How often what is known of pages was corrected, and what is corrected now. */
  adaptersRevision: z.int(),
  adapterNames: listOrNone(z.object({ id: z.string(), name: z.string(), version: z.int() })),
  diskEncrypted: z.boolean(),
  controller: z.string(),
  duty: z.string(),
  deputy: z.string(),
  since: z.string(),
  // Rows of before hold answers that have columns of their own now.
  profile: z.nullable(z.object({ insured: z.boolean(), commissioned: z.boolean() })),
  registration: z.string(),
  sector: z.string(),
  address: z.string(),
  publicForm: z.boolean(),
  publicPhone: z.string(),
  registersOff: listOrNone(z.string()),
  candourReports: listOrNone(candourReport),
  version: z.int(),
});
export type ClinicRow = z.infer<typeof clinicRow>;
