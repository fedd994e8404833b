/** Invented patients, with NHS numbers out of the range 999 that is never issued; each check digit is right. */
export interface Patient {
  readonly given: string;
  readonly family: string;
  /** Ten digits, no spaces. */
  readonly nhs: string;
  /** yyyy-mm-dd. */
  readonly birth: string;
}

export const ellery = {
  given: "Rosalind",
  family: "Ellery",
  nhs: "9991005919",
  birth: "1958-03-14",
} as const satisfies Patient;

export const marchbanks = {
  given: "Tobias",
  family: "Marchbanks",
  nhs: "9991005927",
  birth: "1991-11-02",
} as const satisfies Patient;

export const fullName = (patient: Patient): string => `${patient.given} ${patient.family}`;

/** As letters print it: 999 100 5919. */
export const spacedNhs = (patient: Patient): string =>
  patient.nhs.replace(/^(\d{3})(\d{3})(\d{4})$/, "$1 $2 $3");

/** As letters print it: 14/03/1958. */
export const printedBirth = (patient: Patient): string => patient.birth.split("-").reverse().join("/");
