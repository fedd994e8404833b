/** Whom else the clinic may have to tell, by its profile; a checklist, never a gate (DOMAIN.md 0.1, "Other notices"). */
export interface OtherNotice {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  /** Shown only to a clinic of this profile. */
  readonly only?: "cqc" | "nhs" | "insured" | "commissioned";
}

export const otherNotices: readonly OtherNotice[] = [
  { id: "police", text: "The police, where a crime may have been committed", source: "clinic breach policy" },
  {
    id: "cqc-18-2-f",
    text: "CQC: an incident reported to or investigated by the police",
    source: "CQC (Registration) Regulations 2009, reg 18(2)(f)",
    only: "cqc",
  },
  {
    id: "cqc-18-2-g",
    text: "CQC: an event that stops the service, ransomware for one",
    source: "CQC (Registration) Regulations 2009, reg 18(2)(g)",
    only: "cqc",
  },
  {
    id: "candour",
    text: "Duty of candour: a notifiable safety incident",
    source: "HSCA 2008 (Regulated Activities) Regulations 2014, reg 20",
    only: "cqc",
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
    source: "DOMAIN.md 1.6",
    only: "nhs",
  },
  {
    id: "professional-body",
    text: "A professional regulator, where fitness to practise is in question",
    source: "GMC, NMC, HCPC guidance",
  },
];

export interface Profile {
  readonly cqc: boolean;
  readonly nhs: boolean;
  readonly insured: boolean;
  readonly commissioned: boolean;
}

export const noticesFor = (profile: Profile): readonly OtherNotice[] =>
  otherNotices.filter(({ only }) => only === undefined || profile[only]);
