import { from, type LawSource, type Sure } from "./rule.ts";

/**
 * What a patient can do about a purpose. `consent`: nothing happens without a yes. `object`: it happens until they
 * object. `opt-out`: it happens until they say no, and what that does to their care is explained. `nothing`: the law
 * decides. `mark`: no purpose, but something that stands on the record until a day.
 */
export type PatientCan = "consent" | "object" | "opt-out" | "nothing" | "mark";

/** A purpose of sharing: on which basis it runs, why not on another, and what the patient can do. */
export interface SharingPurpose {
  readonly name: string;
  readonly basis: string;
  /** Article or section. */
  readonly article: string;
  readonly can: PatientCan;
  /** Why it is this basis, for whoever reads the table. */
  readonly why: string;
  /** What the open record says once the patient departed from the purpose's default: five words at most. */
  readonly banner: string;
  readonly source: LawSource;
  readonly sure: Sure;
  /** Only where the national data opt-out applies: England, and care that the NHS provides, arranges or pays. */
  readonly nationalOptOut?: true;
  /** Shown to the lead alone. */
  readonly leadOnly?: true;
}

const gdpr = (section: string): LawSource => from("UK GDPR, with the Data Protection Act 2018", section);
const interest = { basis: "Legitimate interest", article: "6(1)(f), 9(2)(h)", can: "object" } as const;
const notConsent =
  "It runs the service and needs no consent: a yes that could not be refused would be none. The patient can object.";
const planning = {
  ...interest,
  why: notConsent,
  source: gdpr("Art 6(1)(f), 9(2)(h), 21; Sch 1 para 2"),
  sure: "read",
} as const;

/** Purposes of sharing (the clinic’s policy; DOMAIN.md 7.6), and what stands on a record beside them. */
export const sharingPurposes = {
  care: {
    name: "Own care, and sharing with those who give it",
    basis: "Care",
    article: "6(1)(f), 9(2)(h)",
    can: "opt-out",
    why: "Care runs on the duty of care and implied confidence. A patient may say no, once it was explained what that does to their care.",
    banner: "No sharing for care",
    source: gdpr("Art 9(2)(h); Sch 1 para 2"),
    sure: "read",
  },
  family: {
    name: "Family and friends",
    basis: "Consent",
    article: "6(1)(a), 9(2)(a)",
    can: "consent",
    why: "Nobody of the family has a right to be told. Whom the patient names stands among the releases.",
    banner: "Family may not hear",
    source: gdpr("Art 6(1)(a), 9(2)(a), 7(3)"),
    sure: "read",
  },
  mailing: {
    name: "Mailing list",
    basis: "Consent",
    article: "PECR reg 22",
    can: "consent",
    why: "The soft opt-in needs a sale and a refusal that was offered when the address was taken, and each time since.",
    banner: "No mailings",
    source: from("Privacy and Electronic Communications Regulations 2003", "reg 22"),
    sure: "second-hand",
  },
  photographs: {
    name: "Photographs",
    basis: "Consent",
    article: "6(1)(a), 9(2)(a)",
    can: "consent",
    why: "A picture that is not needed for care is taken and kept only while the patient says yes.",
    banner: "No photographs",
    source: gdpr("Art 6(1)(a), 9(2)(a), 7(3)"),
    sure: "read",
  },
  social: {
    name: "Social media",
    basis: "Consent",
    article: "6(1)(a), 9(2)(a)",
    can: "consent",
    why: "What is published can’t be called back: only an explicit yes to this picture and this place counts.",
    banner: "Nothing on social media",
    source: gdpr("Art 6(1)(a), 9(2)(a), 7(3)"),
    sure: "read",
  },
  research: {
    name: "Research with identity",
    basis: "Consent",
    article: "6(1)(a), 9(2)(a)",
    can: "consent",
    why: "Whoever can be known in it has to agree. What is anonymous is no personal data, and is not asked here.",
    banner: "No research use",
    source: gdpr("Art 6(1)(a), 9(2)(a), 7(3)"),
    sure: "read",
  },
  audit: { ...planning, name: "Local clinical audit", banner: "Objects to clinical audit" },
  benchmarking: { ...planning, name: "Benchmarking", banner: "Objects to benchmarking" },
  "service-management": { ...planning, name: "Service management", banner: "Objects to service management" },
  commissioning: { ...planning, name: "Commissioning", banner: "Objects to commissioning use" },
  "contract-monitoring": {
    ...planning,
    name: "Contract monitoring",
    banner: "Objects to contract monitoring",
  },
  capacity: { ...planning, name: "Capacity and demand planning", banner: "Objects to capacity planning" },
  teaching: { ...planning, name: "Teaching and training", banner: "Objects to teaching use" },
  "case-review": { ...planning, name: "Case review", banner: "Objects to case review" },
  surveys: { ...planning, name: "Surveys", banner: "No surveys" },
  "staff-development": { ...planning, name: "Staff development", banner: "Objects to staff development" },
  "risk-stratification": { ...planning, name: "Risk stratification", banner: "Objects to risk scores" },
  "other-forms": {
    ...planning,
    name: "Processing into other forms, such as anonymous figures",
    banner: "Objects to other forms",
  },
  "subject-access": {
    name: "Subject access",
    basis: "Legal duty",
    article: "6(1)(c), 9(2)(g)",
    can: "nothing",
    why: "The patient asks, and the law obliges the clinic to answer.",
    banner: "",
    source: gdpr("Art 6(1)(c), 15"),
    sure: "read",
  },
  "national-opt-out": {
    name: "National data opt-out: research and planning beyond own care",
    basis: "Policy of the health service in England",
    article: "National data opt-out policy, section 4",
    can: "opt-out",
    why: "Set by the patient with the NHS. It binds NHS bodies, and care that the NHS arranges or pays; not private patients of a private clinic.",
    banner: "National data opt-out set",
    source: from("digital.nhs.uk, National data opt-out policy", "section 4"),
    sure: "read",
    nationalOptOut: true,
  },
  restricted: {
    name: "Restricted: kept, not used",
    basis: "Right of the patient",
    article: "18",
    can: "mark",
    why: "While accuracy or an objection is settled, what is named is kept and not used. The patient is told before it is lifted.",
    banner: "Restricted, do not use",
    source: gdpr("Art 18"),
    sure: "read",
  },
  staff: {
    name: "Is staff, or kin of staff",
    basis: "House rule",
    article: "The clinic’s own rule",
    can: "mark",
    why: "Colleagues’ own records are looked at twice; who they are is for the lead alone.",
    banner: "Second person needed",
    source: from("House rule", "staff as patients"),
    sure: "read",
    leadOnly: true,
  },
} as const satisfies Readonly<Record<string, SharingPurpose>>;
export type PurposeKey = keyof typeof sharingPurposes;
export const purposeKeys = Object.keys(sharingPurposes) as PurposeKey[];
export const purposeOf = (key: PurposeKey): SharingPurpose => sharingPurposes[key];
/** Purposes that are shown to the lead alone. */
export const leadOnlyPurposes: readonly PurposeKey[] = purposeKeys.filter((key) => purposeOf(key).leadOnly);
