import { byPattern, type Recogniser } from "../recogniser.ts";
import { namePart, personTitle } from "./names.ts";

const done =
  "(?:physio(?:therapy)?|osteopath(?:y|ic)|chiropractic|podiatry|acupuncture|massage|manual therapy|dry needling|shockwave|botox|anti-wrinkle|fillers?|profhilo|micro-?needling|peel|laser|injections?|consultation|assessment|follow-?up|review|vaccinations?|surgery|removal|microsuction|hygienist|check-?up|fillings?|crown|extraction|root canal|scan|x-ray|blood tests?|smear|counselling|hypnotherapy|orthotics?|appointments?|sessions?|treatment|missed visit)";
/** What was done with its price behind it; a line about a machine, a course or goods is another's bill. */
const priced = byPattern(
  new RegExp(
    `(?:^|\\n)(?![^\\n]{0,160}\\b(?:console|machine|serial|service|repair|course|delegate|training|needles?|gel|roll|tape|pads?|bands?|cream|x \\d|\\d{1,3} ?x|gloves|box(?:es)?|pack|litres?|qty|kit|couch|ltd|limited)\\b)[^\\n]{0,60}\\b${done}\\b[^\\n]{0,60}?[\\t |](?:\\u00a3|GBP|\\u20ac)? ?\\d{1,4}[.,]\\d\\d[ \\t|]{0,8}(?=\\r?\\n|$)`,
    "gi",
  ),
);
const bill =
  /\b(?:invoice|receipt|statement of account|statement|amount due|total due|balance due|amount paid|paid by|received with thanks)\b/i;
const person = new RegExp(
  `\\b${personTitle} ${namePart}|\\b(?:To|TO|Bill to|BILL TO|Invoice to|Billed to|Paid by|For|Received from)[: \\t]{1,4}${namePart} ${namePart}`,
);
/** Whom a bill goes to that is nobody. */
const firm =
  /\b(?:Ltd|Limited|LLP|PLC|Physio\w*|Clinics?|Practice|Surgery|Hospital|Centre|Trust|Dental|Health\w*|Osteo\w*|Medical|Care|School|Council|Looks|Aesthetics)\b/;
const priceList = /\b(?:price list|prices|our fees|tariff|from \u00a3)/i;

/** Lines of a bill to a person for what was done to him or her. */
export const treatmentBill: Recogniser<"treatment-bill"> = {
  name: "treatment-bill",
  kind: "treatment-note",
  source: "Invoices and receipts of clinics and dentists to those who pay for themselves",
  *see(section) {
    if (!bill.test(section.text)) return;
    const to = person.exec(section.text)?.[0];
    if (to === undefined || firm.test(to) || priceList.test(section.text)) return;
    yield* priced(section);
  },
  flags: [
    "INVOICE 204\nTo: Ms Oonagh Devlin\n3 Nov  Osteopathic treatment (45 min)   \u00a358.00",
    "Receipt\nPaid by Mr Tom Reed\nHygienist visit\t\u00a372.00",
  ],
  passes: [
    "Invoice 12\nTo: Mr O Bevan\nShockwave console service  \u00a3310.00",
    "Prices\nInitial assessment \u00a365.00",
    "Invoice 12\nHarbour Clinic\nCourse: massage  \u00a3310.00",
    "Invoice\nTo: Mrs Lamb\nNitrile gloves M  \u00a34.20",
    "Mr Quillon: invoice 55120 (orthotics, \u00a3312.40) has not been paid",
  ],
};
