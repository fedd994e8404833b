import { ageAndSex, dateOfBirth } from "./recognisers/birth.ts";
import { diagnosis, medicine, noteWord, test } from "./recognisers/clinical.ts";
import { address, email, phone, postcode } from "./recognisers/contact.ts";
import { letterClosing, letterOpening, referral, sections, yourCare } from "./recognisers/letter.ts";
import {
  addressee,
  formName,
  nameAndBirthday,
  namedInStory,
  patientName,
  regarding,
  titledName,
} from "./recognisers/names.ts";
import { care, dose, measured, story } from "./recognisers/note.ts";
import { bareNumber, chiNumber, hcNumber, misspeltNumber, nhsNumber } from "./recognisers/numbers.ts";
import { hospitalNumber } from "./recognisers/patient-reference.ts";
import { patientList, rowsOfPeople } from "./recognisers/people-list.ts";
import { structuredRecord } from "./recognisers/structured.ts";

/** Every recogniser, in the order in which their findings are kept where there are too many. */
export const recognisers = [
  nhsNumber,
  chiNumber,
  hcNumber,
  structuredRecord,
  patientList,
  rowsOfPeople,
  dateOfBirth,
  patientName,
  regarding,
  namedInStory,
  nameAndBirthday,
  hospitalNumber,
  misspeltNumber,
  bareNumber,
  formName,
  titledName,
  addressee,
  referral,
  yourCare,
  letterOpening,
  letterClosing,
  sections,
  ageAndSex,
  story,
  care,
  measured,
  dose,
  diagnosis,
  medicine,
  test,
  noteWord,
  address,
  postcode,
  phone,
  email,
] as const;

export type RecogniserName = (typeof recognisers)[number]["name"];
