import { termKeys } from "../../law/processor-terms.ts";
import type { CheckAnswer, CheckQuestion } from "./check.ts";
import type {
  Ground,
  LeftData,
  Place,
  Supplier,
  SupplierFault,
  SupplierKind,
  SupplierRole,
} from "./supplier.ts";

export const kindWords: Readonly<Record<SupplierKind, string>> = {
  "clinical-system": "clinical system",
  mail: "mail",
  it: "computers and backups",
  website: "website",
  telephone: "telephone",
  paper: "paper and shredding",
  cctv: "CCTV",
  laboratory: "laboratory",
  care: "care of the same patient",
  insurer: "insurer",
  accounts: "accounts and law",
  other: "other",
};

export const roleWords: Readonly<Record<SupplierRole, string>> = {
  processor: "works on our word",
  controller: "decides for itself",
};

/** Headings of the list's two parts. */
export const groupWords: Readonly<Record<SupplierRole, string>> = {
  processor: "They work on our word",
  controller: "They decide for themselves",
};

export const placeWords: Readonly<Record<Place, string>> = {
  uk: "UK",
  adequate: "a country that the UK finds adequate",
  elsewhere: "another country",
  "not-known": "not known",
};

export const groundWords: Readonly<Record<Ground, string>> = {
  idta: "IDTA",
  addendum: "UK Addendum to the EU clauses",
  bcr: "binding corporate rules",
  exception: "an exception, as its note says",
};

export const leftDataWords: Readonly<Record<LeftData, string>> = {
  deleted: "deleted",
  "given-back": "given back",
  kept: "it keeps some, as the reason says",
  "not-known": "not known",
};

export const questionWords: Readonly<Record<CheckQuestion, string>> = {
  people: "Same people and same others that it uses",
  data: "Same data",
  place: "Same place",
  terms: "Same terms",
  breach: "No breach since",
  ground: "The transfer’s ground still holds",
};

export const answerWords: Readonly<Record<CheckAnswer, string>> = {
  yes: "yes",
  no: "no",
  "not-known": "not known",
};

export const faultWords: Readonly<Record<SupplierFault, string>> = {
  "no-terms": "Art. 28 terms missing",
  "no-ground": "abroad without a ground",
  late: "check is late",
  "never-checked": "never checked",
};

/** "no Art. 28 terms", "3 of 8 Art. 28 terms not seen", "Art. 28 terms"; '' of who decides for itself. */
export function termsWords({ role, termsLeft }: Pick<Supplier, "role" | "termsLeft">): string {
  if (role === "controller") return "";
  if (termsLeft === 0) return "Art. 28 terms";
  const all = termKeys.length;
  return termsLeft === all ? "no Art. 28 terms" : `${termsLeft} of ${all} Art. 28 terms not seen`;
}

/** Where it lies, in a word: the country where one is named. */
export const placeOf = ({ place, country }: Pick<Supplier, "place" | "country">): string =>
  place === "uk" || country === "" ? placeWords[place] : country;
