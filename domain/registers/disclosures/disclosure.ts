/** To whom something is given, or refused. */
export const receivers = {
  police: "the police",
  subject: "the person it is about",
  insurer: "an insurer",
  solicitor: "a solicitor",
  court: "a court",
  regulator: "a regulator",
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
} as const;
export type RequestForm = keyof typeof requestForms;

/** How it was handed over. */
export const handedOver = {
  hand: "by hand, on an encrypted medium",
  post: "by tracked post, encrypted",
  portal: "through their own upload page",
  viewing: "looked at here, no copy given",
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
  if (receiver !== "subject" && (form === "phone" || form === "person"))
    return { field: "form", says: "Ask for it in writing first: a word alone gives nobody a copy." };
  return undefined;
}
