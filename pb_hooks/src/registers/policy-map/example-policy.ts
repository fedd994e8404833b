import type { ClaimState } from "#domain/registers/policy-map/states";

/** The example clinic’s own policy, invented. */
const text = `# Law and principles
This policy says how Harbour Physiotherapy keeps what patients tell us. We comply with the Data Protection Act 2004 and the common law duty of confidentiality. Ms Raman is the clinic’s confidentiality lead.

# Access to records
Every access to a record is logged and can be explained. The log cannot be changed without this being seen. Staff do not look at the records of friends, family or colleagues. Sign-ins are personal and never shared. Two-factor authentication is switched on in Cliniko. Patient information is never sent by personal messaging apps.

# Documents
Documents about patients are never sent by e-mail. Paper notes are kept in a locked cabinet. Paper that is no longer needed is shredded.

# When something goes wrong
All staff report a breach to the lead at once. Where we have to, the regulator is told within 72 hours. Every incident is discussed at the weekly management meeting.

# Training
All staff are trained in confidentiality and record keeping every year.

# CCTV
Images will be kept no longer than 60 days. Cameras do not record sound.

# Your rights
Copies of records can only be requested by yourself. You can see what we hold about you.
`;

export const examplePolicy = {
  title: "Data protection and confidentiality policy",
  text,
};

interface Said {
  readonly state: ClaimState;
  readonly rule?: string;
  readonly page?: string;
  readonly test?: "verify";
  readonly audit?: string;
  readonly why?: string;
  readonly source?: string;
  /** Its day is over. */
  readonly late?: true;
}

/** What Priya said of them; the others are to confirm. */
export const exampleStates: Readonly<Record<string, Said>> = {
  "This policy says how Harbour Physiotherapy keeps what patients tell us.": { state: "says" },
  "We comply with the Data Protection Act 2004 and the common law duty of confidentiality.": {
    state: "wrong",
    rule: "act-of-2004",
    why: "The Act of 2004 is Gibraltar’s. A clinic in England stands under the Data Protection Act 2018.",
    source: "Data Protection Act 2018, ss.1 and 3(9)",
  },
  "Every access to a record is logged and can be explained.": {
    state: "screen",
    rule: "access-logged",
    page: "/log",
  },
  "The log cannot be changed without this being seen.": {
    state: "test",
    rule: "log-cannot-change",
    test: "verify",
  },
  "Staff do not look at the records of friends, family or colleagues.": {
    state: "screen",
    rule: "access-needs-reason",
    page: "/log",
  },
  "Sign-ins are personal and never shared.": {
    state: "people",
    rule: "sign-ins-personal",
    audit: "Shared sign-ins",
  },
  "Two-factor authentication is switched on in Cliniko.": {
    state: "people",
    rule: "second-factor",
    audit: "Second factor by person",
    late: true,
  },
  "Patient information is never sent by personal messaging apps.": {
    state: "none",
    rule: "phones",
    why: "Nothing here sees a phone.",
  },
  "Documents about patients are never sent by e-mail.": {
    state: "screen",
    rule: "documents-by-mail",
    page: "/mail",
  },
  "Paper notes are kept in a locked cabinet.": {
    state: "people",
    rule: "paper-locked",
    audit: "Paper storage",
  },
  "All staff report a breach to the lead at once.": {
    state: "screen",
    rule: "breach-reported-inside",
    page: "/incidents",
  },
  "Every incident is discussed at the weekly management meeting.": {
    state: "screen",
    rule: "weekly-meeting",
    page: "/review",
  },
  "All staff are trained in confidentiality and record keeping every year.": {
    state: "screen",
    rule: "training-given",
    page: "/training",
  },
  "Copies of records can only be requested by yourself.": {
    state: "wrong",
    rule: "access-only-oneself",
    why: "Somebody with the person’s authority, a parent or a person appointed by a court may ask.",
    source: "UK GDPR, Art 15; Data Protection Act 2018, Sch 3 para 4",
  },
};
