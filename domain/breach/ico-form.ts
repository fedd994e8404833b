/**
 * The regulator's questions in the order of its form, with their options (DOMAIN.md 1.5; the online form cannot be
 * imported, so each answer has a Copy button). "Not known yet" is an answer everywhere (Art 33(4)).
 */
export const icoFormVersion = "2026-11-1";
export const notKnownYet = "not-known-yet";

export type AnswerType = "text" | "choice" | "choices" | "count" | "moment" | "yes-no";

export interface IcoQuestion {
  readonly key: string;
  readonly part: IcoPartId;
  readonly text: string;
  readonly type: AnswerType;
  readonly options?: Readonly<Record<string, string>>;
  readonly hint?: string;
  /** Asked only where this holds. */
  readonly when?: "cyber" | "late" | "follow-up";
}

export const icoParts = {
  report: "About your report",
  breach: "About the breach",
  cyber: "Cyber incidents only",
  staff: "Staff",
  action: "Taking action",
  you: "About you",
} as const;
export type IcoPartId = keyof typeof icoParts;

const yesNo = { yes: "Yes", no: "No", "dont-know": "Don't know" } as const;

export const icoQuestions: readonly IcoQuestion[] = [
  {
    key: "report_type",
    part: "report",
    text: "Is this an initial or a follow-up report?",
    type: "choice",
    options: { initial: "Initial report", "follow-up": "Follow-up report" },
  },
  {
    key: "case_reference",
    part: "report",
    text: "What is the case reference?",
    type: "text",
    when: "follow-up",
  },
  {
    key: "reason",
    part: "report",
    text: "Why are you reporting?",
    type: "choice",
    options: {
      threshold: "We consider it meets the threshold to report",
      "want-to-tell": "It does not meet the threshold but we want you to be aware",
      unclear: "We are unclear whether it meets the threshold",
    },
  },
  {
    key: "org_size",
    part: "report",
    text: "What is the size of your organisation?",
    type: "choice",
    options: { under250: "Fewer than 250 staff", from250: "250 staff or more" },
  },
  {
    key: "what_happened",
    part: "breach",
    text: "What has happened?",
    type: "text",
    hint: "No personal data of the people concerned.",
  },
  { key: "how_occurred", part: "breach", text: "How did it occur?", type: "text" },
  { key: "how_discovered", part: "breach", text: "How was it discovered?", type: "text" },
  {
    key: "preventive_measures",
    part: "breach",
    text: "What preventative measures were in place?",
    type: "text",
  },
  {
    key: "cyber_incident",
    part: "breach",
    text: "Was it caused by a cyber incident?",
    type: "yes-no",
    options: yesNo,
  },
  { key: "occurred_at", part: "breach", text: "When did the breach happen?", type: "moment" },
  { key: "discovered_at", part: "breach", text: "When did you discover the breach?", type: "moment" },
  {
    key: "data_categories",
    part: "breach",
    text: "Which categories of personal data are included?",
    type: "choices",
    options: {
      "racial-ethnic": "Data revealing racial or ethnic origin",
      political: "Political opinions",
      "religious-philosophical": "Religious or philosophical beliefs",
      "trade-union": "Trade union membership",
      "sex-life": "Sex life data",
      "sexual-orientation": "Sexual orientation data",
      "gender-reassignment": "Gender reassignment data",
      health: "Health data",
      "basic-identifiers": "Basic personal identifiers, e.g. name, contact details",
      identification: "Identification data, e.g. user names, passwords",
      "economic-financial": "Economic and financial data",
      "official-documents": "Official documents",
      location: "Location data",
      "genetic-biometric": "Genetic or biometric data",
      criminal: "Criminal convictions, offences",
      other: "Other",
    },
  },
  {
    key: "records_count",
    part: "breach",
    text: "How many records of personal data could be affected?",
    type: "count",
  },
  { key: "subjects_count", part: "breach", text: "How many people could be affected?", type: "count" },
  {
    key: "subject_categories",
    part: "breach",
    text: "Which categories of people could be affected?",
    type: "choices",
    options: {
      employees: "Employees",
      users: "Users",
      subscribers: "Subscribers",
      students: "Students",
      customers: "Customers",
      "prospective-customers": "Prospective customers",
      patients: "Patients",
      children: "Children",
      "vulnerable-adults": "Vulnerable adults",
      other: "Other",
    },
  },
  {
    key: "consequences",
    part: "breach",
    text: "What are the potential consequences, and what detriment has there been so far?",
    type: "text",
  },
  {
    key: "likelihood",
    part: "breach",
    text: "How likely is it that people will experience significant consequences?",
    type: "choice",
    options: {
      "very-likely": "Very likely",
      likely: "Likely",
      neutral: "Neutral - neither likely nor unlikely",
      unlikely: "Unlikely",
      "very-unlikely": "Very unlikely",
    },
  },
  {
    key: "cia_affected",
    part: "cyber",
    text: "Has the confidentiality, integrity or availability of your systems been affected?",
    type: "choices",
    when: "cyber",
    options: {
      confidentiality: "Confidentiality",
      integrity: "Integrity",
      availability: "Availability",
      none: "None of them",
      "dont-know": "Don't know",
    },
  },
  {
    key: "impact_on_org",
    part: "cyber",
    text: "What is the impact on your organisation?",
    type: "choice",
    when: "cyber",
    options: {
      high: "High - all critical services lost to all users",
      medium: "Medium - a critical service lost to some users",
      low: "Low - no loss of efficiency, or a low one",
    },
  },
  {
    key: "recovery",
    part: "cyber",
    text: "What is your recovery time?",
    type: "choice",
    when: "cyber",
    options: {
      regular: "Regular - predictable, with existing resources",
      supplemented: "Supplemented - predictable, with additional resources",
      extended: "Extended - not predictable, help is needed",
      "not-recoverable": "Not recoverable",
      complete: "Complete - recovery is complete",
    },
  },
  {
    key: "staff_trained_2y",
    part: "staff",
    text: "Had the staff member involved received data protection training in the last two years?",
    type: "yes-no",
    options: yesNo,
  },
  {
    key: "training_desc",
    part: "staff",
    text: "Describe the data protection training you provide, including its content and how often.",
    type: "text",
  },
  {
    key: "delay_reason",
    part: "staff",
    text: "If there has been a delay in reporting, why?",
    type: "text",
    when: "late",
  },
  {
    key: "actions_taken",
    part: "action",
    text: "What have you done to contain the breach and limit its effects?",
    type: "text",
  },
  {
    key: "prevention",
    part: "action",
    text: "What are you doing to prevent it from happening again, and by when?",
    type: "text",
  },
  {
    key: "subjects_told",
    part: "action",
    text: "Have you told the people affected?",
    type: "choice",
    options: {
      "told-high-risk": "Yes, because there is likely to be a high risk",
      "told-anyway": "Yes, though there is not a high risk",
      "not-told": "No, because there is not likely to be a high risk",
      "will-tell": "No, but we are going to",
      undecided: "We have not decided yet",
    },
  },
  {
    key: "others_told",
    part: "action",
    text: "Have you told the police, other regulators or other organisations?",
    type: "yes-no",
    options: yesNo,
  },
  {
    key: "others_told_who",
    part: "action",
    text: "Whom have you told, or do you intend to tell?",
    type: "text",
  },
  {
    key: "code_or_cert",
    part: "action",
    text: "Are you a member of an approved code of conduct or certification scheme?",
    type: "yes-no",
    options: yesNo,
  },
  { key: "controller", part: "you", text: "Name of the organisation (the controller)", type: "text" },
  {
    key: "registration",
    part: "you",
    text: "Registration number with the regulator, or why you are exempt",
    type: "text",
  },
  { key: "sector", part: "you", text: "Sector", type: "text" },
  { key: "address", part: "you", text: "Address", type: "text" },
  {
    key: "reporter",
    part: "you",
    text: "Name, e-mail and telephone of the person making the report",
    type: "text",
  },
  {
    key: "dpo",
    part: "you",
    text: "Data protection officer or contact point, if another person",
    type: "text",
  },
];

/** Which questions are asked, in their order. */
export function icoQuestionsFor(facts: {
  cyber: boolean;
  late: boolean;
  followUp: boolean;
}): readonly IcoQuestion[] {
  const holds = { cyber: facts.cyber, late: facts.late, "follow-up": facts.followUp };
  return icoQuestions.filter(({ when }) => when === undefined || holds[when]);
}
