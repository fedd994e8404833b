import { policy } from "../../policy.ts";

/** To whom something is given, or refused. */
export const receivers = {
  police: "the police",
  subject: "the person it is about",
  insurer: "an insurer",
  solicitor: "a solicitor",
  court: "a court",
  regulator: "a regulator",
  family: "family or a friend",
  clinic: "another clinician or clinic",
  employer: "an employer",
  council: "a council’s safeguarding team",
  health: "a health protection team",
  researcher: "a researcher",
  planner: "somebody who plans, audits or pays",
  other: "somebody else",
} as const;
export type Receiver = keyof typeof receivers;

/** In which form it was asked for. Nothing is given on a word alone but to the person it is about. */
export const requestForms = {
  form: "a signed form of theirs",
  letter: "a letter or an e-mail",
  order: "an order of a court",
  person: "in person",
  phone: "by telephone",
  own: "nobody asked: a duty of the clinic’s own",
} as const;
export type RequestForm = keyof typeof requestForms;

/** How it was handed over. */
export const handedOver = {
  hand: "by hand, on an encrypted medium",
  post: "by tracked post, encrypted",
  portal: "through their own upload page",
  viewing: "looked at here, no copy given",
  system: "through the clinical system",
  told: "said, no copy given",
} as const;
export type HandedOver = keyof typeof handedOver;

/** Whether others who are to be seen or named were made unrecognisable. */
export const othersHidden = {
  blurred: "others are blurred or left out",
  nobody: "nobody else is in it",
  needed: "others stay in it, for what it is asked for needs them",
} as const;
export type OthersHidden = keyof typeof othersHidden;

export interface DisclosureFacts {
  readonly receiver: Receiver;
  readonly form: RequestForm;
  readonly outcome: "given" | "refused";
  readonly others: OthersHidden | "";
  readonly how: HandedOver | "";
}

/** What is wrong with a disclosure as it is entered, by the field that has to change; undefined where nothing is. */
export function disclosureProblem({
  receiver,
  form,
  outcome,
  others,
  how,
}: DisclosureFacts): { readonly field: "form" | "others" | "how"; readonly says: string } | undefined {
  if (outcome === "refused") return undefined;
  if (how === "") return { field: "how", says: "Say how it was handed over." };
  if (others === "") return { field: "others", says: "Say whether others are to be seen in it." };
  if (receiver === "subject" && others === "needed")
    return { field: "others", says: "In a copy for the person it is about, others are blurred or left out." };
  if (receiver === "court" && form !== "order") return { field: "form", says: "A court asks by an order." };
  if (receiver !== "subject" && how !== "told" && (form === "phone" || form === "person"))
    return { field: "form", says: "Ask for it in writing first: a word alone gives nobody a copy." };
  return undefined;
}

/** On which ground it was given or refused (DOMAIN.md 7.1). */
export const grounds = {
  consent: "the patient agreed",
  care: "care: implied confidence",
  order: "an order of a court",
  statute: "a law that obliges",
  power: "a regulator’s own power",
  safeguarding: "safeguarding",
  interest: "public interest: serious harm",
  notifiable: "a notifiable disease",
  anonymous: "nobody can be known in it",
  none: "none: refused",
} as const;
export type Ground = keyof typeof grounds;

/** Whether the patient was asked first. */
export const consentSought = {
  given: "asked, and agreed",
  refused: "asked, and said no",
  "no-time": "not asked: no time",
  unsafe: "not asked: it would put somebody at risk, or defeat it",
  "not-needed": "not asked: it is not needed",
} as const;
export type ConsentSought = keyof typeof consentSought;

/** Whether the patient was told of it. */
export const patientTold = {
  before: "told before",
  after: "told after",
  later: "to be told later",
  no: "not told",
} as const;
export type PatientTold = keyof typeof patientTold;

/** How it was made sure once more that it goes to whom it is for. */
export const recipientChecked = {
  back: "rung back on a number that we looked up",
  seen: "in person, with proof",
  official: "an official address, looked up",
  again: "read back and confirmed by a second person",
} as const;
export type RecipientChecked = keyof typeof recipientChecked;

/** What may be said beside a disclosure (DOMAIN.md 7.3); '' where nothing was. */
export interface DisclosureDetail {
  readonly ground: Ground | "";
  readonly consent: ConsentSought | "";
  readonly consentWhy: string;
  readonly harmIfNot: string;
  readonly harmIf: string;
  readonly told: PatientTold | "";
  readonly toldWhy: string;
  readonly checked: RecipientChecked | "";
  /** Smallest count in figures that leave as anonymous; -1 where there are none. */
  readonly smallest: number;
  /** Of a notifiable disease: which is suspected, since which day. */
  readonly disease: string;
  readonly suspectedOn: string;
}

/** Fewer than so many people in one cell of a table, and somebody may be known in it. */
export const smallCount = policy.smallestCount.amount;

/** What is wrong with the detail of a disclosure; undefined where nothing is. */
export function detailProblem(
  detail: DisclosureDetail,
  outcome: DisclosureFacts["outcome"],
): { readonly field: keyof DisclosureDetail; readonly says: string } | undefined {
  if (outcome === "refused") return undefined;
  const { ground, consent, consentWhy, harmIf, harmIfNot, told, toldWhy, checked, smallest } = detail;
  if (ground === "") return { field: "ground", says: "Say on which ground." };
  if (ground === "none") return { field: "ground", says: "Nothing is given without a ground." };
  if (ground === "interest" && harmIfNot === "")
    return { field: "harmIfNot", says: "Say which harm would come of not telling." };
  if (ground === "interest" && harmIf === "")
    return { field: "harmIf", says: "Say which harm may come of telling." };
  if ((consent === "no-time" || consent === "unsafe") && consentWhy === "")
    return { field: "consentWhy", says: "Say why the patient was not asked." };
  if (consent === "refused" && ground === "consent")
    return { field: "ground", says: "The patient said no: it needs another ground." };
  if ((told === "no" || told === "later") && toldWhy === "")
    return { field: "toldWhy", says: "Say why the patient was not told." };
  if (ground === "anonymous" && smallest < 0)
    return { field: "smallest", says: "Say the smallest count in the figures." };
  if (ground === "anonymous" && smallest > 0 && smallest < smallCount)
    return {
      field: "smallest",
      says: `A count below ${smallCount} may tell who it is: take it together with another, or leave it out.`,
    };
  if (ground === "notifiable" && detail.disease === "")
    return { field: "disease", says: "Say which disease is suspected." };
  if (ground === "notifiable" && detail.suspectedOn === "")
    return { field: "suspectedOn", says: "Say since which day it is suspected." };
  if (ground !== "anonymous" && checked === "")
    return { field: "checked", says: "Say how it was made sure that it goes to whom it is for." };
  return undefined;
}
