import type { Nation } from "../../law/four-answers.ts";

/** What is asked: the eight rights of UK GDPR Arts 13-22, a dead patient's record, and a complaint (DPA 2018 s.164A). */
export const requestKinds = [
  "access",
  "access-dead",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "informed",
  "automated",
  "complaint",
] as const;
export type RequestKind = (typeof requestKinds)[number];

export const kindWords: Readonly<Record<RequestKind, string>> = {
  access: "A copy of the record",
  "access-dead": "Access after death",
  rectification: "Correction",
  erasure: "Erasure",
  restriction: "Restriction",
  portability: "Data to take along",
  objection: "Objection",
  informed: "To be told what is done with the data",
  automated: "A decision made by a machine",
  complaint: "Complaint about personal data",
};

/** Where each is written in Great Britain, as the page shows it beside the date. */
const kindLaw: Readonly<Record<RequestKind, string>> = {
  access: "UK GDPR Art 15, with Art 12A",
  "access-dead": "Access to Health Records Act 1990, s.3(1)(f)",
  rectification: "UK GDPR Art 16, with Arts 12A and 19",
  erasure: "UK GDPR Art 17, with Art 12A",
  restriction: "UK GDPR Art 18, with Art 12A",
  portability: "UK GDPR Art 20, with Art 12A",
  objection: "UK GDPR Art 21, with Art 12A",
  informed: "UK GDPR Arts 13 and 14, with Art 12A",
  automated: "UK GDPR Arts 22A to 22D, with Art 12A",
  complaint: "Data Protection Act 2018, s.164A",
};

/** What gives access to a dead patient's record: in Northern Ireland an Order of its own, whose articles are not cited. */
export const deadAct = (nation: Nation): string =>
  nation === "northern-ireland"
    ? "Access to Health Records (Northern Ireland) Order 1993"
    : "Access to Health Records Act 1990";

/** Where a kind is written, in this nation. */
export const lawOfKind = (kind: RequestKind, nation: Nation): string =>
  kind === "access-dead" && nation === "northern-ireland" ? deadAct(nation) : kindLaw[kind];

/** Those in which papers are looked for, read and handed over. */
export const isAboutPapers = (kind: RequestKind): boolean =>
  kind === "access" || kind === "access-dead" || kind === "portability";

export const requesters = [
  "patient",
  "representative",
  "parent",
  "court",
  "personal-representative",
  "claimant",
  "worker",
  "enquirer",
] as const;
export type Requester = (typeof requesters)[number];

export const requesterWords: Readonly<Record<Requester, string>> = {
  patient: "the patient",
  representative: "somebody with the patient’s written authority",
  parent: "somebody with parental responsibility",
  court: "somebody appointed by a court, or an attorney",
  "personal-representative": "personal representative of a dead patient",
  claimant: "somebody with a claim from the patient’s death",
  worker: "somebody who works or worked here",
  enquirer: "somebody who asked or visited and is no patient",
};

/** Who asks for somebody else's data on their own account: no request of right but a disclosure. */
export const others = ["next-of-kin", "police", "insurer", "employer", "regulator", "coroner"] as const;
export type Other = (typeof others)[number];
export const otherWords: Readonly<Record<Other, string>> = {
  "next-of-kin": "next of kin, without authority",
  police: "the police or a prosecutor",
  insurer: "an insurer",
  employer: "an employer",
  regulator: "a regulator",
  coroner: "a coroner or a court",
};

/** What they are told, and where it is entered instead. */
export const sayOther = (other: Other): string =>
  other === "next-of-kin"
    ? "Being next of kin gives no right to the record. With the patient’s written authority it is a request; without it, it is a disclosure that somebody has to decide."
    : other === "insurer" || other === "employer"
      ? "This is no request of right but a disclosure. It needs the patient’s release; for a doctor’s report the Access to Medical Reports Act 1988 applies. Nobody may be made to hand over a record that they asked for themselves (DPA 2018 s.185)."
      : "This is no request of right but a disclosure: it needs a ground of law, and somebody who decides.";

/** How a request comes to somebody who takes it; by the public form it comes by itself. */
export const takenBy = ["desk", "phone", "letter", "mail", "form"] as const;
export const channels = [...takenBy, "web"] as const;
export type Channel = (typeof channels)[number];
export const channelWords: Readonly<Record<Channel, string>> = {
  desk: "at the desk",
  phone: "by phone",
  letter: "by letter",
  mail: "by e-mail",
  form: "on our paper form",
  web: "by the form on the web",
};

/** How old the patient is, as far as it changes who may ask; no birth date is kept. */
export const ages = ["adult", "16-17", "12-15", "under-12"] as const;
export type Age = (typeof ages)[number];
export const ageWords: Readonly<Record<Age, string>> = {
  adult: "18 or older",
  "16-17": "16 or 17",
  "12-15": "12 to 15",
  "under-12": "under 12",
};
