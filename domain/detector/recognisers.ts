import { appointed, takenOn } from "./recognisers/appointed.ts";
import { asksCare } from "./recognisers/asks-care.ts";
import { treatmentBill } from "./recognisers/bill.ts";
import { ageAndSex, dateOfBirth } from "./recognisers/birth.ts";
import { bookedEvent } from "./recognisers/booked-event.ts";
import { careTable } from "./recognisers/care-table.ts";
import { diagnosis, medicine, noteWord, test } from "./recognisers/clinical.ts";
import { clipped } from "./recognisers/clipped.ts";
import { codedTable } from "./recognisers/coded-table.ts";
import { clinicalCode, insuranceNumber, registration } from "./recognisers/codes.ts";
import { compared } from "./recognisers/compared.ts";
import { address, email, phone, postcode } from "./recognisers/contact.ts";
import { datedEntry } from "./recognisers/dated-entry.ts";
import { dayList } from "./recognisers/day-list.ts";
import { dialogue } from "./recognisers/dialogue.ts";
import { fhirSubject } from "./recognisers/fhir-subject.ts";
import { filledHeading } from "./recognisers/filled-heading.ts";
import { forReaders } from "./recognisers/for-readers.ts";
import { housePaper } from "./recognisers/house-paper.ts";
import { inBed } from "./recognisers/in-bed.ts";
import { knownInCare } from "./recognisers/known-in-care.ts";
import { letterClosing, letterOpening, referral, sections, yourCare } from "./recognisers/letter.ts";
import {
  addressee,
  formName,
  greeted,
  nameAndBirthday,
  namedInStory,
  patientName,
  regarding,
  titledName,
} from "./recognisers/names.ts";
import { noneOf } from "./recognisers/none-of.ts";
import { care, dose, measured, story } from "./recognisers/note.ts";
import { noteLine } from "./recognisers/note-line.ts";
import { notedValue } from "./recognisers/noted-value.ts";
import { bareNumber, chiNumber, hcNumber, misspeltNumber, nhsNumber } from "./recognisers/numbers.ts";
import { ownStory } from "./recognisers/own-story.ts";
import { ownWords } from "./recognisers/own-words.ts";
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
import { resultLine } from "./recognisers/result-line.ts";
import { shortForm } from "./recognisers/short-form.ts";
import { ageSex, denied, shorthand, soap, spanOfTime } from "./recognisers/shorthand.ts";
import { structuredRecord } from "./recognisers/structured.ts";
import { takenOut } from "./recognisers/taken-out.ts";
import { teaching } from "./recognisers/teaching.ts";
import { terse } from "./recognisers/terse.ts";
import { toldInTongue } from "./recognisers/told-in-tongue.ts";
import { animal, generalSentence, toldFound, toldOfOne } from "./recognisers/told-sentence.ts";
import { toldStory } from "./recognisers/told-story.ts";
import { bornElsewhere, tongueCare, tongueName } from "./recognisers/tongues.ts";
import { inOurCare, myCare, personInCare, seenPerson, treatmentLine } from "./recognisers/treated.ts";
import { welshCare } from "./recognisers/welsh.ts";

/** Every recogniser, in the order in which their findings are kept where there are too many. */
export const recognisers = [
  nhsNumber,
  chiNumber,
  hcNumber,
  structuredRecord,
  fhirSubject,
  patientList,
  rowsOfPeople,
  patientCard,
  dayList,
  bookedEvent,
  careTable,
  codedTable,
  dateOfBirth,
  bornElsewhere,
  patientName,
  regarding,
  namedInStory,
  nameAndBirthday,
  personInCare,
  inBed,
  inOurCare,
  knownInCare,
  tongueName,
  hospitalNumber,
  insuranceNumber,
  misspeltNumber,
  bareNumber,
  formName,
  titledName,
  addressee,
  greeted,
  referral,
  yourCare,
  appointed,
  takenOn,
  asksCare,
  ownStory,
  ownWords,
  toldStory,
  dialogue,
  datedEntry,
  takenOut,
  resultLine,
  tongueCare,
  seenPerson,
  myCare,
  letterOpening,
  letterClosing,
  welshCare,
  sections,
  filledHeading,
  soap,
  noteLine,
  ageAndSex,
  ageSex,
  story,
  clipped,
  denied,
  noneOf,
  shorthand,
  spanOfTime,
  shortForm,
  terse,
  treatmentLine,
  treatmentBill,
  care,
  measured,
  notedValue,
  compared,
  dose,
  diagnosis,
  medicine,
  test,
  noteWord,
  clinicalCode,
  toldOfOne,
  toldInTongue,
  toldFound,
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
  housePaper,
  generalSentence,
  animal,
  forReaders,
  teaching,
] as const;

export type RecogniserName = (typeof recognisers)[number]["name"];
