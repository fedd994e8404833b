import type { Nation } from "../../clinic/clinic.ts";

/**
 * Whom else the clinic may have to tell, by its profile and its nation; a checklist, never a gate (DOMAIN.md 0.1,
 * "Other notices").
 */
export interface OtherNotice {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  /** Shown only to a clinic of this profile. */
  readonly only?: keyof Profile;
  /** Left out: in all of them. */
  readonly nations?: readonly Nation[];
}

export interface Profile {
  readonly cqc: boolean;
  readonly nhs: boolean;
  readonly insured: boolean;
  readonly commissioned: boolean;
}

export const otherNotices: readonly OtherNotice[] = [
  { id: "police", text: "The police, where a crime may have been committed", source: "clinic breach policy" },
  {
    id: "cqc-18-2-f",
    text: "CQC: an incident reported to or investigated by the police",
    source: "CQC (Registration) Regulations 2009, reg 18(2)(f)",
    only: "cqc",
    nations: ["england"],
  },
  {
    id: "cqc-18-2-g",
    text: "CQC: an event that stops the service, ransomware for one",
    source: "CQC (Registration) Regulations 2009, reg 18(2)(g)",
    only: "cqc",
    nations: ["england"],
  },
  {
    id: "candour",
    text: "Duty of candour: a notifiable safety incident",
    source: "HSCA 2008 (Regulated Activities) Regulations 2014, reg 20",
    only: "cqc",
    nations: ["england"],
  },
  {
    id: "care-regulator",
    text: "The care regulator: an event that it has to be told of",
    source: "Healthcare Inspectorate Wales, Healthcare Improvement Scotland and RQIA: their rules on notices",
    only: "cqc",
    nations: ["wales", "scotland", "northern-ireland"],
  },
  {
    id: "candour-wales",
    text: "Duty of candour: a notifiable adverse outcome",
    source: "Health and Social Care (Quality and Engagement) (Wales) Act 2020, Part 3",
    only: "nhs",
    nations: ["wales"],
  },
  {
    id: "candour-scotland",
    text: "Duty of candour: an unintended or unexpected incident that led to harm",
    source: "Health (Tobacco, Nicotine etc. and Care) (Scotland) Act 2016, Part 2",
    nations: ["scotland"],
  },
  {
    id: "insurer",
    text: "The insurer, under the terms of the policy",
    source: "insurance contract",
    only: "insured",
  },
  {
    id: "commissioner",
    text: "The commissioner of the service",
    source: "NHS Standard Contract",
    only: "commissioned",
  },
  {
    id: "dspt",
    text: "The DSPT incident tool, which tells the ICO as well",
    source: "NHS DSPT, Guide to the Notification of Data Security and Protection Incidents",
    only: "nhs",
    nations: ["england"],
  },
  {
    id: "professional-body",
    text: "A professional regulator, where fitness to practise is in question",
    source: "GMC, NMC, HCPC guidance",
  },
];

/** What was noted of a notice. */
export interface NoticeNoted {
  readonly done: boolean;
  /** Instant; '' where it is not done. */
  readonly at: string;
  readonly note: string;
}

/** What this clinic may owe to others, and whatever was noted under an earlier profile. */
export function noticesFor(
  { profile, nation }: { readonly profile: Profile; readonly nation: Nation },
  noted: Readonly<Record<string, NoticeNoted>> = {},
): readonly OtherNotice[] {
  return otherNotices.filter(
    ({ id, only, nations }) =>
      noted[id] !== undefined ||
      ((only === undefined || profile[only]) && (nations === undefined || nations.includes(nation))),
  );
}
