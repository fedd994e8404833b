import { isRealDay } from "../../../base/civil-date.ts";
import { tidy } from "../../../base/sentence.ts";
import { policy } from "../../../policy.ts";
import type { Requester, RequestKind } from "../kinds.ts";

/** What the public form offers: the eight rights and a complaint. A dead patient’s record is asked for in writing. */
export const formKinds = {
  access: "A copy of my record",
  rectification: "Something in my record is wrong and should be put right",
  erasure: "Erase something about me",
  restriction: "Do not use something about me for now",
  portability: "My data as a file, to take to somebody else",
  objection: "Stop using my data for something",
  informed: "Tell me what you do with my data",
  automated: "A decision about me was made by a machine",
  complaint: "A complaint about how you used my data",
} as const satisfies Readonly<Partial<Record<RequestKind, string>>>;
export type FormKind = keyof typeof formKinds;

/** For whom somebody asks, and on which authority. */
export const formWhoms = {
  patient: "For myself",
  representative: "For somebody who gave me written authority",
  parent: "For a child for whom I have parental responsibility",
  court: "For somebody, as attorney or appointed by a court",
} as const satisfies Readonly<Partial<Record<Requester, string>>>;
export type FormWhom = keyof typeof formWhoms;

/** How the answer shall come. */
export const formWays = {
  post: "By post",
  person: "I fetch it at the clinic",
  system: "In the clinic’s own portal, if I have a sign-in there",
  mail: "By e-mail",
} as const;
export type FormWay = keyof typeof formWays;

/** Longest, in UTF-16 units; a line of a request’s name and reach is as long (`requests.take`). */
export const formLongest = { name: 120, reach: 200, wants: policy.sentWordsLongest.amount } as const;

/** The form as its fields hold it: each a text, also what is a tick. */
export interface FormSaid {
  readonly kind: FormKind;
  readonly whom: FormWhom;
  readonly name: string;
  /** The patient’s name, where somebody asks for another. */
  readonly forName: string;
  /** The patient’s birth date, `1980-03-01`; '' where it was not said. */
  readonly born: string;
  /** Where the answer goes. */
  readonly reach: string;
  readonly way: FormWay;
  /** "yes": asks for e-mail after having read what it means. */
  readonly mailWord: string;
  readonly wants: string;
}
export type FormField = keyof FormSaid;
export type FormTyped = Readonly<Record<FormField, string>>;

/** What is wrong, in a sentence for whoever typed it, by field. */
export type FormErrors = Readonly<Partial<Record<FormField, string>>>;

/** The oldest day on which a living patient was born. */
const oldestBirth = "1890-01-01";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const notInALine = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g;
const line = (text: string): string =>
  text.normalize("NFC").replace(notInALine, " ").replace(/\s+/g, " ").trim();
const lines = (text: string): string => tidy(text.normalize("NFC").replace(/\r\n?/g, "\n")).trim();
/** Holds more than blanks and signs that nobody sees. */
const says = (text: string): boolean =>
  /[^\s\u00ad\u180e\u200b-\u200f\u2060-\u206f\u2800\u3164\ufeff]/.test(text);

/**
 * Reads what was typed into the form. What a field cannot hold is left out of it, so that a page may show it again.
 *
 * @param typed - By field; unknown ones are not looked at.
 * @param today - Civil date at the clinic.
 */
export function readForm(
  typed: Readonly<Record<string, string | undefined>>,
  today: string,
): { readonly typed: FormTyped; readonly errors: FormErrors; readonly said?: FormSaid } {
  const tidied: FormTyped = {
    kind: inKeys(formKinds, typed.kind),
    whom: inKeys(formWhoms, typed.whom),
    name: line(typed.name ?? ""),
    forName: line(typed.forName ?? ""),
    born: line(typed.born ?? "").slice(0, 10),
    reach: line(typed.reach ?? ""),
    way: inKeys(formWays, typed.way),
    mailWord: typed.mailWord === "yes" ? "yes" : "",
    wants: lines(typed.wants ?? ""),
  };
  const errors = errorsOf(tidied, today);
  if (Object.keys(errors).length > 0) return { typed: tidied, errors };
  const own = tidied.whom === "patient";
  // What belongs to another choice than the one that was made is not kept.
  const said = {
    ...tidied,
    forName: own ? "" : tidied.forName,
    mailWord: tidied.way === "mail" ? "yes" : "",
  } as FormSaid;
  return { typed: tidied, errors, said };
}

const inKeys = (words: object, value = ""): string => (Object.hasOwn(words, value) ? value : "");

function errorsOf(typed: FormTyped, today: string): FormErrors {
  const { kind, whom, name, forName, born, reach, way, mailWord, wants } = typed;
  const asksForOther = whom !== "" && whom !== "patient";
  const bornWrong = born !== "" && !(isRealDay(born) && born >= oldestBirth && born <= today);
  return {
    ...(kind === "" && { kind: "Choose what you ask for" }),
    ...(whom === "" && { whom: "Choose for whom you ask" }),
    ...lineError("name", name, "Enter your name"),
    ...(asksForOther && lineError("forName", forName, "Enter the name of the person for whom you ask")),
    ...(bornWrong && { born: "Enter a birth date as in 1980-03-01, or leave it empty" }),
    ...lineError("reach", reach, "Say where we can reach you"),
    ...(way === "" && { way: "Choose how the answer should come" }),
    ...(way === "mail" &&
      mailWord === "" && { mailWord: "Tick that you know what e-mail means, or choose another way" }),
    ...(wants.length > formLongest.wants
      ? { wants: `Shorten this to ${formLongest.wants} characters` }
      : !says(wants) && { wants: "Say what you ask for" }),
  };
}

function lineError(field: "name" | "forName" | "reach", text: string, missing: string): FormErrors {
  const most = field === "reach" ? formLongest.reach : formLongest.name;
  if (!says(text)) return { [field]: missing };
  return text.length > most ? { [field]: `Shorten this to ${most} characters` } : {};
}

/** Where the answer goes, as a request keeps it: the way that was chosen, and the e-mail’s own word. */
export const reachOf = ({
  way,
  reach,
  receivedOn,
}: Pick<FormSaid, "way" | "reach"> & { readonly receivedOn: string }): string =>
  way === "mail"
    ? `By e-mail, at their own word on the form of ${receivedOn}, told that others may read it: ${reach}`
    : `${formWays[way]}: ${reach}`;
