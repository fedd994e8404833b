import { byPattern, type Recogniser } from "../recogniser.ts";

/** Cards of an address book that say of their person that he or she is in care, or was born on a day. */
export const patientCard: Recogniser<"patient-card"> = {
  name: "patient-card",
  kind: "people-list",
  source: "RFC 6350, vCard: FN or N with BDAY, or NOTE, CATEGORIES, TITLE or ORG of a patient",
  see: byPattern(
    /BEGIN:VCARD(?:(?!END:VCARD)[^\n]{0,400}\n){1,40}?(?:BDAY[^\n:]{0,40}:[^\n]{4,}|(?:NOTE|CATEGORIES|TITLE|ORG)[^\n:]{0,40}:[^\n]{0,200}\b(?:[Pp]atients?|[Cc]lients?|PATIENTS?|appointment|physio|treatment|referr|GP|NHS)\b)/g,
  ),
  flags: [
    "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Moss\nBDAY:1961-03-12\nEND:VCARD",
    "BEGIN:VCARD\nFN:Tom Reed\nCATEGORIES:Patients\nEND:VCARD",
  ],
  passes: ["BEGIN:VCARD\nFN:Quillon Supplies\nTEL:020 7946 0018\nEND:VCARD"],
};

/** A person's name above an address with its postcode, as a letter's window shows it. */
export const addressBlock: Recogniser<"address-block"> = {
  name: "address-block",
  kind: "address",
  source: "Royal Mail, addressing of letters: name, thoroughfare, town, postcode",
  see: byPattern(
    /(?:^|\n)[ \t]{0,12}(?:To:? |FAO:? )?(?:(?:Mrs?|Ms|Miss|Mx|Master|MRS?|MS|MISS)\.? )?[A-Z][A-Za-z'\u2019\u00c0-\u017f-]{1,24}(?: [A-Z][A-Za-z.'\u2019\u00c0-\u017f-]{0,24}){1,3}[ \t,]{0,3}\r?\n(?:[ \t]{0,12}[A-Z0-9][^\n:]{2,50}\r?\n){1,6}[ \t]{0,12}(?:[A-Za-z ,]{0,30} )?[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g,
    ({ words }) =>
      !/\b(?:Ltd|Limited|PLC|LLP|Clinic|Surgery|Practice|Hospital|Trust|Supplies|Services|Company|Council|Centre|Department|Road|Street)\b/.test(
        words.trim().split("\n", 1)[0] ?? "",
      ),
  ),
  flags: [
    "Mrs Ada Moss\n3 Mill Lane\nLeeds\nLS6 2AB",
    "Roland Archie EDGE\n2 BUXTON COURT\nSCUNTHORPE\nDN15 7UF",
  ],
  passes: [
    "Harbour Clinic\n3 Mill Lane\nLeeds\nLS6 2AB",
    "Quillon Supplies Ltd\n3 Mill Lane\nLeeds LS6 2AB",
    "Ada Moss",
  ],
};
