import { ageAndSex, dateOfBirth } from "./recognisers/birth.ts";
import { diagnosis, medicine, noteWord, test } from "./recognisers/clinical.ts";
import { clinicalCode, insuranceNumber, registration } from "./recognisers/codes.ts";
import { address, email, phone, postcode } from "./recognisers/contact.ts";
import { dayList } from "./recognisers/day-list.ts";
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
import {
  business,
  codeText,
  emptyLabel,
  figures,
  glossary,
  guidance,
  leaflet,
  placeholder,
  scholarly,
  staffMark,
  staffWord,
} from "./recognisers/papers.ts";
import { hospitalNumber } from "./recognisers/patient-reference.ts";
import { addressBlock, patientCard } from "./recognisers/people-cards.ts";
import { otherTable, patientList, rowsOfPeople } from "./recognisers/people-list.ts";
import { ageSex, denied, shorthand, soap, spanOfTime } from "./recognisers/shorthand.ts";
import { structuredRecord } from "./recognisers/structured.ts";
import { myCare, personInCare, seenPerson, treatmentLine } from "./recognisers/treated.ts";
import { welshCare } from "./recognisers/welsh.ts";

/** Every recogniser, in the order in which their findings are kept where there are too many. */
export const recognisers = [
  nhsNumber,
  chiNumber,
  hcNumber,
  structuredRecord,
  patientList,
  rowsOfPeople,
  patientCard,
  dayList,
  dateOfBirth,
  patientName,
  regarding,
  namedInStory,
  nameAndBirthday,
  personInCare,
  hospitalNumber,
  insuranceNumber,
  misspeltNumber,
  bareNumber,
  formName,
  titledName,
  addressee,
  referral,
  yourCare,
  seenPerson,
  myCare,
  letterOpening,
  letterClosing,
  welshCare,
  sections,
  soap,
  ageAndSex,
  ageSex,
  story,
  denied,
  shorthand,
  spanOfTime,
  treatmentLine,
  care,
  measured,
  dose,
  diagnosis,
  medicine,
  test,
  noteWord,
  clinicalCode,
  addressBlock,
  address,
  postcode,
  phone,
  email,
  registration,
  placeholder,
  emptyLabel,
  guidance,
  leaflet,
  scholarly,
  codeText,
  staffWord,
  business,
  figures,
  otherTable,
  glossary,
  staffMark,
] as const;

export type RecogniserName = (typeof recognisers)[number]["name"];
