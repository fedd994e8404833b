import { clinicRow } from "#domain/clinic/clinic";
import { financialYearName } from "#domain/law/financial-year";
import type { Profile } from "#domain/registers/incidents/notices-due";
import { type Switchable, switchWords } from "#domain/registers/switched";
import { sitesOfKind } from "#domain/sites/kinds";
import type { Clinic } from "#lib/api/clinic.ts";
import {
  asList,
  asMoment,
  asPerson,
  asText,
  asYes,
  type RowKind,
} from "#lib/components/changed/difference.ts";
import { adapterName } from "#lib/format/adapters.ts";
import { answerWords } from "#lib/format/four-answers.ts";
import { labels } from "#lib/settings/settings-words.ts";

const named = (column: keyof Clinic): string => labels[column] ?? column;

/** The clinic's settings. */
export const ofClinic: RowKind<Clinic> = {
  read: (current) => clinicRow.safeParse(current).data,
  columns: {
    name: [named("name"), asText],
    nation: [named("nation"), answerWords.nation],
    careRegulator: [named("careRegulator"), answerWords.careRegulator],
    legalForm: [named("legalForm"), answerWords.legalForm],
    nhsWork: [named("nhsWork"), answerWords.nhsWork],
    timeZone: [named("timeZone"), asText],
    leadTitle: [named("leadTitle"), asText],
    lead: [named("lead"), asPerson],
    deputyLead: [named("deputyLead"), asPerson],
    mailDomains: [named("mailDomains"), asList],
    approvedDomains: [named("approvedDomains"), asList],
    approvedSystem: [named("approvedSystem"), asText],
    sites: [named("sites"), (sites) => asSites(sites)],
    siteKinds: [named("siteKinds"), (kinds) => asKinds(kinds)],
    adaptersRevision: ["how pages are read", (revision) => `corrected ${revision} times`],
    reviewDay: [named("reviewDay"), asText],
    mailOverride: [named("mailOverride"), asYes],
    staffPapersPass: [named("staffPapersPass"), asYes],
    mailRules: [named("mailRules"), (rules) => (rules === null ? "the usual ones" : "the clinic’s own")],
    diskEncrypted: [named("diskEncrypted"), asYes],
    controller: [named("controller"), asPerson],
    duty: [named("duty"), asPerson],
    deputy: [named("deputy"), asPerson],
    since: [named("since"), asMoment],
    profile: [named("profile"), asProfile],
    registration: [named("registration"), asText],
    sector: [named("sector"), asText],
    address: [named("address"), asText],
    publicForm: [named("publicForm"), asYes],
    publicPhone: [named("publicPhone"), asText],
    registersOff: [named("registersOff"), (off) => asRegisters(off)],
    candourReports: ["the yearly reports on the duty of candour", (reports) => asReports(reports)],
  },
};

function asSites(sites: Clinic["sites"]): string {
  return sites
    .map(({ host, adapter, mailButtons = [] }) => {
      const buttons = mailButtons.map((label) => `“${label}”`).join(", ");
      return `${host} (${adapterName(adapter)}${buttons && `; approved e-mail buttons ${buttons}`})`;
    })
    .join(", ");
}

function asKinds(kinds: Clinic["siteKinds"]): string {
  return (
    kinds.map((kind) => sitesOfKind[kind as keyof typeof sitesOfKind]?.name ?? kind).join(", ") || "none"
  );
}

function asRegisters(off: Clinic["registersOff"]): string {
  return off.map((key) => switchWords[key as Switchable]?.name ?? key).join(", ") || "none";
}

function asReports(reports: Clinic["candourReports"]): string {
  const said = reports.map(
    ({ year, publishedOn, toldOn }) =>
      `${financialYearName(year)} published ${publishedOn}, its regulator told ${toldOn}`,
  );
  return said.join("; ") || "none";
}

function asProfile(profile: Clinic["profile"]): string {
  if (profile === null) return "not said";
  const keys = Object.keys(profileWords) as (keyof Profile)[];
  const is = keys.filter((key) => profile[key]).map((key) => profileWords[key]);
  return is.join(", ") || "none of these";
}
const profileWords: Readonly<Record<keyof Profile, string>> = {
  insured: "insured",
  commissioned: "commissioned",
};
