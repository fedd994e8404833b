import { dateSource } from "../../detector/calendar.ts";

/** Six digits of any script that is read: a number of the health service has ten, a birthday in figures six or more. */
const sixDigits =
  /(?:[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19][^\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]*){6}/;
/** A number that a hospital or a clinic gave, after the word for it. */
const labelled =
  /(?:\b(?:no|number|num|id|code|identifier|ref|reference)|mrn|pid|uhid|ssn|patientid)[^a-z\d]*[a-z]*[-/]?[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/i;
/** Three digits near a word after which a number can be somebody's. */
const ofSomebody =
  /\b(?:patient|pt|client|hospital|file|chart|record|case|nhs|chi|passport|member|claim|insurance|lab|episode|referral)(?![a-z]{3})[\s\S]{0,20}?[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]{3}/i;
/** A day with its year, which can be a birthday: 3 May 1961, 5.3.61. */
const day = new RegExp(`\\b(?:${dateSource})`, "i");
const birth = /\b(?:born|birth|d\. ?o\. ?b)|dob/i;

/**
 * Whether a text can hold a patient's number or birthday at all, so that the slow look is spared those that cannot: six
 * digits, a digit after the word for a number or three near a word for a patient, a day with its year, or a word of birth.
 */
export const mayHoldNumber = (text: string): boolean =>
  [sixDigits, labelled, ofSomebody, day, birth].some((one) => one.test(text));
