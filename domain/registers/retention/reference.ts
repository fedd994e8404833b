import { isReferenceOf } from "../../ledger/given/unfit.ts";
import { isPatientNumber } from "../screened.ts";

/** Records on paper, by their own number: no clinical system knows them. */
export const paperSystem = "paper:records";
const paperNumber = /^[A-Za-z]{0,3}-?\d[\d-]{0,15}$/;

/** Whether a reference may be listed: in the form of its system or keyed, and never a number of the health service. */
export const isListedReference = (system: string, reference: string): boolean =>
  !isPatientNumber(reference) &&
  (system === paperSystem ? paperNumber.test(reference) : isReferenceOf(system, reference));
