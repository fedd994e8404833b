import { canBeBirthday } from "../calendar.ts";
import { byPattern, type Recogniser } from "../recogniser.ts";

/**
 * Numbers of one person's record, card or policy: the word that gives them away stands before them, with or without
 * punctuation, in capitals or not, in English, Welsh, Irish or Polish.
 */

const number = "(?:no|nr|num|number|numbers|numer|id|identifier|ref|reference|code)";
/** Whose number it is, where `number` or the number itself may follow. */
const ofPatients = [
  "hospital|hosp|unit|(?:patients?|pts?)(?:[ -](?:file|folder|record|notes?|account|chart))?|pat|file|folder|inpatient|outpatient|client|resident|service[ -]user",
  "case(?:[ -]?notes?)?|medical[ -]records?|health[ -]records?|records?|charts?|clinic[ -]records?",
  "lab|laboratory|specimen|accession|episode|admission|encounter|referral|prescription|ubrn|district|pas|cr",
  "passport|passeport|national[ -]insurance|insurance[ -]policy|insurance|insurer|health[ -]policy|policy|membership|member|claim|authorisation",
  "driving[ -]licen[cs]e|driver'?s[ -]licen[cs]e|licen[cs]e|ehic|ghic|id[ -]card|identity[ -]card|visa|brp|biometric[ -]residence[ -]permit|social[ -]security|medical[ -]card",
  "nhs|chi|hsc|h ?& ?c|hcn|health (?:and|&) (?:social )?care",
].join("|");
/** Such as are the number's own name. */
const byName =
  "mrn|mrns|uhid|nhi|ssn|nino|ni|pps|ppsn|pesel|emis|ihi|crn|urn|pid|patientid|patient_id|nhsnumber|nhs_number";
const otherTongues =
  "rhif(?:au)?(?:[ ]y|'r|[ ]yr)?[ ](?:claf|cleifion|cleient|gig|nhs|ysbyty|cofnod|achos|uned|yswiriant(?:[ ]gwladol)?|pasbort|polisi|meddygol|aelodaeth)|uimhir[ ](?:othair|an[ ]othair|pas|psp|phas)|(?:numer|nr)[ ](?:pacjenta|pesel|paszportu|ubezpieczenia)|claf|cleifion|paszport|pasbort";

/** Between a label and its number. */
const between = `(?:[ \\t\\u00a0_.]{0,2}${number}\\b)?(?:[ ]?(?:\\(s\\)|s))?[.]?(?:[ ]?(?:is|was|are|were|yw|oedd|=|:|#|\\||\\u2013|-))?[ \\t\\u00a0:|=#(]{0,4}(?:\\r?\\n[ \\t]{0,2})?`;
/** Letters and digits with at least four digits in it; the check below counts. */
const value =
  "([A-Z]{2}[ -]?\\d\\d(?:[ -]?\\d\\d){2}[ -]?[A-Z]|[A-Z]{0,5}[-/ ]?\\d[A-Z0-9]{0,18}(?:[-/. ]\\d[A-Z0-9]{0,10}){0,5})";

const labelled = new RegExp(
  `\\b(?:(?:${ofPatients})|(${byName})|(${otherTongues}))${between}\\b${value}(?![A-Za-z0-9])`,
  "gi",
);

/** What speaks against it right before the label: whose number it is instead. */
const ofOthers =
  /(?:\b(?:order|invoice|ticket|tracking|parcel|crime|police|ico|ico's|cqc|incident|contract|version|purchase|company|charity|serial|asset|software|model|job|supplier|our|retention|confidentiality|privacy|cctv|email|commissioner's?|regulator's?)[ ]{1,2})$/i;
/** Words of the label that a day, a count or a version may follow, so that a plain number needs a word for `number`. */
const loose =
  /^(?:unit|case|record|records|chart|policy|member|licen[cs]e|referral|claim|insurance|insurer|lab|visa|episode|admission|nhs|chi|cr|pas|code)$/i;
const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

export const recordNumber: Recogniser["see"] = byPattern(labelled, ({ words, groups, before, after }) => {
  const found = groups[2] ?? "";
  const label = words.slice(0, words.length - found.length);
  const digits = found.replace(/\D/g, "");
  if (ofOthers.test(before) || /^(?:ic|inv|inc|po|ref)-/i.test(found)) return false;
  if (isOther(found, digits, after)) return false;
  const isNamed = groups[0] !== "" || groups[1] !== "";
  const hasNumberWord = new RegExp(`\\b${number}\\b`, "i").test(label);
  const first = /^[A-Za-z&' -]*[A-Za-z]/.exec(label)?.[0].trim() ?? "";
  if (digits.length < (isNamed || hasNumberWord ? 3 : 4)) return false;
  // How many they are, not whose.
  if (/s$/i.test(first) && !hasNumberWord && digits.length < 5) return false;
  if (/^ni\b/i.test(label) && digits.length < 6) return false;
  const isYear = /^(?:19|20)\d\d$/.test(found);
  if (
    !hasNumberWord &&
    !isNamed &&
    (isYear || (loose.test(first) && !/[:#=|]/.test(label) && digits.length < 5))
  )
    return false;
  if (!hasNumberWord && /^(?:pat|files?|folders?)$/i.test(first)) return false;
  if (hasNumberWord && isYear && /policy|records?|charts?|case/i.test(first)) return false;
  return true;
});

const insured = /^[A-Z]{2}[ -]?\d\d(?:[ -]?\d\d){2}[ -]?[A-Z]$/i;

/** A day, a time, a sum, a telephone number of a body, a version, a count of people. */
function isOther(found: string, digits: string, after: string): boolean {
  // A word between them is of the sentence: seen 24.
  const letters = /^([A-Za-z]+) /.exec(found)?.[1];
  if (insured.test(found)) return false;
  if (letters !== undefined && (letters.length > 3 || letters !== letters.toUpperCase())) return true;
  if (
    /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d[./-]\d\d[./-]\d\d)$/.test(found) &&
    canBeBirthday(found)
  )
    return true;
  if (/^\d{1,3}(?:\.\d{1,3}){1,3}$/.test(found)) return true;
  if (/^\d{1,2} ?(?:am|pm)$|^\d{1,2}[.:]\d\d$|^\d{1,2}(?:st|nd|rd|th)\b/i.test(found)) return true;
  if (/^0[1-9]\d/.test(digits) && digits.length >= 10 && digits.length <= 11 && /[ ]/.test(found))
    return true;
  if (/^(?:19|20)\d\d[ -](?:19|20)\d\d$/.test(found)) return true;
  const word = /^[ ]?([A-Za-z%]+)/.exec(after)?.[1] ?? "";
  if (/[ ]/.test(found) && digits.length < 6) return true;
  return (
    month.test(word) ||
    /^(?:am|pm|days?|weeks?|months?|years?|hours?|minutes?|people|patients|records|staff|copies|times|pages|letters|files|boxes|per|percent|gb|mb|kb|kg|mg|ml)$/i.test(
      word,
    ) ||
    after.startsWith("%")
  );
}

/** National Insurance numbers by their form (HMRC, NIM39110), also such as HMRC never gives. */
const insuranceForm = byPattern(
  /\b([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D]\b/gi,
  ({ groups, before }) => !/^(?:BG|GB|KN|NK|NT|TN|ZZ)$/i.test(groups[0] ?? "") && !notOfPeople.test(before),
);
/** A driver's number as DVLA makes it: five of the surname, the birthday, initials, check. */
const driverForm = byPattern(/\b[A-Z9]{5}\d[0156]\d[0-3]\d\d[A-Z9]{2}[0-9A-Z]{3}\b/g);
const notOfPeople =
  /\b(?:order|invoice|serial|part|model|asset|ticket|batch|lot|tracking|parcel|sku|item|ref(?:erence)?)[ ]?(?:no|number|code|id)?[.:#]?[ ]?$/i;

export const insuranceNumber: Recogniser["see"] = function* see(section) {
  yield* insuranceForm(section);
  yield* driverForm(section);
};

const called = byPattern(
  /\b(?:NHS|CHI|HSC|H ?& ?C|HCN|GIG)(?:[ _.-]{0,2}(?:no|nr|num|number|id))?[ .:#=_()-]{0,4}(?:\d{3}[ .\u00a0-]?\d{3}[ .\u00a0-]?\d{4}|\d{6}[ -]?\d{4}|\d{5}[ -]\d{5})(?!\d)/gi,
  ({ words }) => !/(?:^|\D)(\d)(?:\D?\1){9}$/.test(words),
);

/** Ten digits that are called a number of the health service, whatever their check digit says. */
export const healthNumber: Recogniser["see"] = function* see(section) {
  for (const { start, end } of called(section)) {
    const label = /^\D*/.exec(section.text.slice(start, end))?.[0] ?? "";
    yield { start: start + label.length, end };
  }
};

const idInAddress = "(?:[A-Za-z-]{0,40}\\d[A-Za-z0-9-]{0,63})";
const ofRecord = byPattern(
  new RegExp(
    `\\b(?:(?:patients?|clients?|people|persons?|charts?|demographics?|residents?|service-users?|claf|studies|study)(?:/(?:profile|chart|edit|view|show|details|accounts?)(?:/\\d{1,20})?)?/${idInAddress}|(?:patient_?id|patient_?uuid|patient|set_pid|pid|client_?id|person_?id|demographic_?no|mrn|nhs_?(?:number|no)|uuid)=${idInAddress}|cliniko\\.com/[^\\s<>"']{0,300}?\\d{3,19})`,
    "gi",
  ),
);
const bare = /^(?:patients?|clients?|people|persons?|charts?|residents?)\/\d{1,3}$/i;
const longestAddress = 300;

/** The address of somebody's page in a clinical system, with what a browser shows before and after it. */
export const recordAddress: Recogniser["see"] = function* see(section) {
  const { text } = section;
  let reached = 0;
  for (const seen of ofRecord(section)) {
    if (seen.start < reached) continue;
    const start = wholeFrom(text, seen.start, Math.max(reached, seen.start - longestAddress));
    const words = text.slice(start, seen.end);
    if (bare.test(words)) continue;
    reached = seen.end;
    yield { start, end: seen.end };
  }
};

/** Where the address that holds a place begins. */
function wholeFrom(text: string, place: number, least: number): number {
  let start = place;
  while (start > least && !/[\s<>"'(,;]/.test(text.charAt(start - 1))) start--;
  return start;
}
