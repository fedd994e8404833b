import type { CsvValue } from "../../base/csv.ts";
import { termKeys } from "../../law/processor-terms.ts";
import { checkQuestions, type SupplierCheck } from "./check.ts";
import { faultsOf, type Supplier } from "./supplier.ts";
import {
  answerWords,
  faultWords,
  groundWords,
  kindWords,
  leftDataWords,
  placeWords,
  questionWords,
  roleWords,
} from "./words.ts";

export const supplierColumns = [
  "Name",
  "Kind",
  "Part",
  "Data",
  "Contract",
  "Contract of",
  "Art. 28(3) terms seen",
  "Terms of",
  "Where",
  "Country",
  "About the place",
  "Ground of the transfer",
  "Risk weighed",
  "Others it uses",
  "Tells of a breach",
  "Held by",
  "Checked",
  "Next check",
  "State",
  "Ended",
  "Data at the end",
  "Why ended",
] as const;

/** One supplier in the columns above. @param today - Civil date by which it is judged. */
export const supplierCells = (one: Supplier, holder: string, today: string): CsvValue[] => [
  one.name,
  kindWords[one.kind],
  roleWords[one.role],
  one.data,
  one.contract,
  one.contractOn,
  one.role === "controller" ? "not asked" : termKeys.filter((key) => one.terms.includes(key)).join(" "),
  one.termsOn,
  placeWords[one.place],
  one.country,
  one.placeNote,
  one.ground === "" ? "" : groundWords[one.ground],
  one.groundOn,
  one.others,
  one.tellsHow,
  holder,
  one.checkedOn,
  one.nextCheck,
  stateOf(one, today),
  one.endedOn,
  one.leftData === "" ? "" : leftDataWords[one.leftData],
  one.endedWhy,
];

function stateOf(one: Supplier, today: string): string {
  if (one.state === "ended") return "ended";
  const faults = faultsOf(one, today);
  return faults.length === 0 ? "in order" : faults.map((fault) => faultWords[fault]).join("; ");
}

export const checkColumns = [
  "Supplier",
  "Checked",
  ...checkQuestions.map((one) => questionWords[one]),
  "Found",
  "Next check",
  "Checked by",
  "Entered (UTC)",
] as const;

export const checkCells = (check: SupplierCheck, supplier: string, by: string): CsvValue[] => [
  supplier,
  check.checkedOn,
  ...checkQuestions.map((one) => {
    const answer = check.answers[one];
    return answer === undefined ? "not asked" : answerWords[answer];
  }),
  check.note,
  check.nextCheck,
  by,
  check.at,
];
