import type { ActData } from "#domain/acts";
import { mailDomain } from "#domain/clinic/clinic-change";
import type { ClinicSite } from "#domain/clinic/clinic-site";
import { buttonLongest, mailButtonsMost } from "#domain/clinic/mail-buttons";
import { namedSite } from "#domain/clinic/named-site";
import type { CareRegulatorAnswer, LegalFormAnswer, Nation, NhsWorkAnswer } from "#domain/law/four-answers";
import type { Profile } from "#domain/registers/incidents/notices-due";
import type { ReviewDay } from "#domain/registers/reviews/week";
import { type Switchable, switchable } from "#domain/registers/switched";
import { type SiteKind, siteKinds } from "#domain/sites/kind-names";
import type { Clinic } from "#lib/api/clinic.ts";
import type { FieldMessages } from "#lib/api/problem.ts";
import { clinicalSystems } from "#lib/format/adapters.ts";
import { dateIn, read, startOf } from "#lib/format/time.ts";
import { domainsOf, hostOf } from "#lib/format/typed.ts";

/** A site as it is being changed: labels of its approved buttons as they are typed, one a line. */
export interface TypedSite {
  host: string;
  adapter: string;
  buttons: string;
  /** Whether the field for them is open. */
  shows: boolean;
}

/** The clinic's settings as they are being changed; only what differs is sent. */
export class SettingsDraft {
  name = $state("");
  nation = $state<Nation>("england");
  careRegulator = $state<CareRegulatorAnswer>("");
  legalForm = $state<LegalFormAnswer>("");
  nhsWork = $state<NhsWorkAnswer>("");
  timeZone = $state("");
  leadTitle = $state("");
  lead = $state("");
  deputyLead = $state("");
  mailDomains = $state("");
  approvedDomains = $state("");
  approvedSystem = $state("");
  /** Day of the weekly review; '' while the clinic holds none. */
  reviewDay = $state<ReviewDay>("");
  mailOverride = $state(true);
  staffPapersPass = $state(false);
  siteKinds = $state<SiteKind[]>([]);
  diskEncrypted = $state(false);
  sites = $state<TypedSite[]>([]);
  controller = $state("");
  duty = $state("");
  deputy = $state("");
  /** Since when the clinic exists, `yyyy-mm-dd`; '' where it has not been said. */
  since = $state("");
  /** What is typed there is no day; it must not pass for one that is not known. */
  sinceIsWrong = $state(false);
  /** null while nobody has said it. */
  profile = $state<Profile | null>(null);
  registration = $state("");
  sector = $state("");
  address = $state("");
  publicForm = $state(false);
  publicPhone = $state("");
  registersOff = $state<Switchable[]>([]);

  /** How often it started anew: a field that keeps what was typed begins again, too. */
  starts = $state(0);
  /** The row that was on the screen when the change began. */
  #before: Clinic;

  constructor(clinic: Clinic) {
    this.#before = clinic;
    this.take(clinic);
  }

  /** Starts anew from the row as it is. */
  take(clinic: Clinic): void {
    this.#before = clinic;
    this.starts += 1;
    this.sinceIsWrong = false;
    this.name = clinic.name;
    this.nation = clinic.nation;
    this.timeZone = clinic.timeZone;
    this.careRegulator = clinic.careRegulator;
    this.legalForm = clinic.legalForm;
    this.nhsWork = clinic.nhsWork;
    this.leadTitle = clinic.leadTitle;
    this.lead = clinic.lead;
    this.deputyLead = clinic.deputyLead;
    this.mailDomains = clinic.mailDomains.join(", ");
    this.approvedDomains = clinic.approvedDomains.join(", ");
    this.approvedSystem = clinic.approvedSystem;
    this.reviewDay = clinic.reviewDay;
    this.mailOverride = clinic.mailOverride;
    this.staffPapersPass = clinic.staffPapersPass;
    this.diskEncrypted = clinic.diskEncrypted;
    this.siteKinds = siteKinds.filter((kind) => clinic.siteKinds.includes(kind));
    this.sites = clinic.sites.map(({ host, adapter, mailButtons = [] }) => ({
      host,
      adapter,
      buttons: mailButtons.join("\n"),
      shows: mailButtons.length > 0,
    }));
    this.controller = clinic.controller;
    this.duty = clinic.duty;
    this.deputy = clinic.deputy;
    this.since = dayOf(clinic);
    this.profile = clinic.profile === null ? null : { ...clinic.profile };
    this.registration = clinic.registration;
    this.sector = clinic.sector;
    this.address = clinic.address;
    this.publicForm = clinic.publicForm;
    this.publicPhone = clinic.publicPhone;
    this.registersOff = switchable.filter((key) => clinic.registersOff.includes(key));
  }

  get #now(): Columns {
    return {
      name: this.name.trim(),
      nation: this.nation,
      careRegulator: this.careRegulator,
      legalForm: this.legalForm,
      nhsWork: this.nhsWork,
      timeZone: this.timeZone,
      leadTitle: this.leadTitle.trim(),
      lead: this.lead,
      deputyLead: this.deputyLead,
      mailDomains: domainsOf(this.mailDomains),
      approvedDomains: domainsOf(this.approvedDomains),
      approvedSystem: this.approvedSystem.trim(),
      reviewDay: this.reviewDay,
      mailOverride: this.mailOverride,
      staffPapersPass: this.staffPapersPass,
      diskEncrypted: this.diskEncrypted,
      sites: this.sites.map(siteOf),
      siteKinds: siteKinds.filter((kind) => this.siteKinds.includes(kind)),
      controller: this.controller,
      duty: this.duty,
      deputy: this.deputy,
      since:
        this.since === dayOf(this.#before) ? this.#before.since : (startOf(this.since, this.timeZone) ?? ""),
      profile: this.profile === null ? null : { ...this.profile },
      registration: this.registration.trim(),
      sector: this.sector.trim(),
      address: this.address.trim(),
      publicForm: this.publicForm,
      publicPhone: this.publicPhone.trim(),
      registersOff: switchable.filter((key) => this.registersOff.includes(key)),
    };
  }

  /** What was changed here; what somebody else changed meanwhile is not sent back to what it was. */
  get changes(): ActData<"clinic.change"> {
    const changed = differing(this.#before, this.#now);
    // Another nation asks anew who inspects care: the answer goes with it, though it be the same word.
    return changed.nation === undefined ? changed : { ...changed, careRegulator: this.careRegulator };
  }

  /** Goes on from the row as somebody else left it: what was typed here stays, the rest is as it is now. */
  rebase(clinic: Clinic): void {
    const typed = Object.fromEntries(
      (Object.keys(this.changes) as (keyof Columns)[]).map((key) => [key, this[key]]),
    );
    const { starts, sinceIsWrong } = this;
    this.take(clinic);
    Object.assign(this, typed);
    // A day that is no day yet stands in its fields alone.
    if (sinceIsWrong) Object.assign(this, { starts, sinceIsWrong });
  }

  errors(): FieldMessages {
    const wrong = (typed: string): string | undefined =>
      domainsOf(typed).find((domain) => !mailDomain.safeParse(domain).success);
    const own = wrong(this.mailDomains);
    const approved = wrong(this.approvedDomains);
    const says = (domain: string): string =>
      `“${domain}” is not a mail domain. Write it like harbour.example`;
    const sites = this.sites.map((site, index) => [
      ...(namedSite.shape.host.safeParse(hostOf(site.host)).success
        ? []
        : [[`site-${index}`, "Write the host as in mail.harbour.example"]]),
      ...buttonError(site).map((said) => [`buttons-${index}`, said]),
    ]);
    return {
      ...(this.name.trim() === "" && { name: "Enter the clinic’s name" }),
      ...(this.leadTitle.trim() === "" && { "lead-title": "Enter what you call the lead" }),
      ...(this.deputy !== "" &&
        this.deputy === this.duty && { "duty-deputy": "Choose another than the person on duty" }),
      ...(this.sinceIsWrong && { since: "Enter a day as in 1 3 2012, or none" }),
      ...(this.approvedSystem.trim() === "" && { "approved-system": "Enter the way patient documents go" }),
      ...(own !== undefined && { "mail-domains": says(own) }),
      ...(approved !== undefined && { "approved-domains": says(approved) }),
      ...(this.publicForm &&
        this.publicPhone.trim() === "" && {
          "public-phone": "Enter the telephone that the form names for those whom it can’t take",
        }),
      ...Object.fromEntries(sites.flat()),
    };
  }
}

// The table of rules has a form of its own.
type Columns = Omit<Required<ActData<"clinic.change">>, "profile" | "mailRules"> & {
  profile: Profile | null;
};

/** A site as it is sent: a webmail has no such buttons. */
function siteOf(site: TypedSite): ClinicSite {
  const buttons = buttonsOf(site);
  const { host, adapter } = site;
  return { host: hostOf(host), adapter, ...(buttons.length > 0 && { mailButtons: buttons }) };
}

/** Labels as they are typed, one a line and each once. */
const buttonsOf = ({ adapter, buttons }: TypedSite): string[] =>
  isClinical(adapter)
    ? [...new Set(buttons.split("\n").map((label) => label.replace(/\s+/g, " ").trim()))].filter(Boolean)
    : [];

export const isClinical = (adapter: string): boolean =>
  clinicalSystems.some(({ value }) => value === adapter);

function buttonError(site: TypedSite): string[] {
  const buttons = buttonsOf(site);
  if (buttons.length > mailButtonsMost.ofSite) return [`Name ${mailButtonsMost.ofSite} buttons at most`];
  const long = buttons.some((label) => label.length > buttonLongest);
  return long ? [`Write each button in ${buttonLongest} characters or fewer`] : [];
}

/** The day on which the clinic began, on its own clocks. */
const dayOf = ({ since, timeZone }: Clinic): string => (since === "" ? "" : dateIn(timeZone, read(since)));

function differing(before: Clinic, now: Columns): ActData<"clinic.change"> {
  const changed = (Object.keys(now) as (keyof Columns)[]).filter(
    (key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]),
  );
  return Object.fromEntries(changed.map((key) => [key, now[key]]));
}
