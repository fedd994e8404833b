import { byPattern, type Recogniser } from "../recogniser.ts";

export const hospitalNumber: Recogniser<"hospital-number"> = {
  name: "hospital-number",
  kind: "hospital-number",
  source: "House rule: a label of a record number and a value with digits in it",
  see: byPattern(
    // A label of the health service's number counts with any filled-in value too: what is filled in is no blank.
    /\b(?:(?:hospital|hosp|unit|patient|pt|clinic|case ?note|medical record|record|chart|lab|laboratory|specimen|accession|cr|visit|pas|district)[ _.]{0,2}(?:no|number|num|id|identifier|ref|reference)\b|mrn\b|pid\b|uhid\b|ssn\b|patientid\b|(?:nhs|chi|h&c) (?:no|number)\b)\.?[ \t\u00a0]*[:|#=\t\u00a0][ \t\u00a0:|#=]*(?:\r?\n[ \t]*)?([A-Z]{0,4}[-/]?\d[A-Z0-9/-]{3,18}|(?<=nhs (?:no|number)\.?[: ]{1,3})[A-Z]{4,20}\d{1,8})\b/gi,
    ({ words, groups }) => !/^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(groups[0] ?? "") && !/[dmy]{2}\//i.test(words),
  ),
  flags: [
    "Hospital No: X123456",
    "MRN: 00123456",
    "Patient ID | 8841123",
    "Unit number: AB/12345",
    "Hosp. no.: H4471902",
  ],
  passes: [
    "Hospital number: ______",
    "Patient ID: dd/mm/yyyy",
    "Order no: 8841123",
    "patient number is given",
  ],
};
