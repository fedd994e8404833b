import { type Ordinary, withoutActs } from "../clicks.ts";

/** What stands on pages of a system that nobody has described. */
export const unknownRecordsClicks: Ordinary = withoutActs(
  "emr.harbour.example",
  "/app/patients/4711",
  "4711",
  [
    "/app/patients/4711/notes",
    "/app/patients/4711/letters/5.pdf",
    "/app/patients/4711/letters/5",
    "/app/patients/4711/export",
    "/app#/patients/4711",
    "/app#/patients/4711/notes/5",
    "/app#patient?id=4711",
    "/view.php?patient_id=4711",
  ],
  [
    "/app/patients",
    "/app/patients/new",
    "/app/patients.csv",
    "/app/patients/4712",
    "/app/exports/9/download",
  ],
);
