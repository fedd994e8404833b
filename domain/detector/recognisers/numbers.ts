import { beginsWithBirthday, hasValidCheckDigit, rangeOf } from "../check-digit.ts";
import { columnOf } from "../columns.ts";
import type { Recogniser, Section, Seen } from "../recogniser.ts";
import { type TenDigits, tenDigits } from "../ten-digits.ts";

const labels = {
  nhs: /(?:\b|_)(?:NHS|GIG)(?![a-z]|\.(?:uk|net|wales|scot))|national health service (?:no|number)|new_?nhs|nhs_?(?:no|number|id)/i,
  chi: /\bC\.?H\.?I\b|community health index/i,
  hc: /\bH ?& ?C\b|\bHSCN?\b|\bHCN\b|health (?:and|&) (?:social )?care (?:no|number)/i,
} as const;
type Label = keyof typeof labels;

/** Numbers of other things: their label right before a number speaks against a patient's number. */
const otherNumber =
  /(?:\b(?:tel|telephone|phone|ph|mobile|mob|fax|call|ring|text|ext|whatsapp|order|invoice|inv|account|acct|a\/c|sort code|card|isbn|issn|vat|utr|company|charity|registration|tracking|parcel|consignment|ticket|serial|model|part|sku|item|batch|lot|po|purchase|quote|booking|policy|licence|barcode|ean|upc|gtin|sct|snomed|ref|reference|odo|imei|timestamp|epoch)\b[^\w\n]{0,3}(?:(?:no|num|number|ref|reference|code|id|us|on|is|direct)\b[^\w\n]{0,3}){0,2})$/i;

/** What stands in front of a number, on its own line or the one before, as far as a label reaches. */
function labelled(section: Section, at: TenDigits, label: Label): boolean {
  const before = section.text.slice(Math.max(0, at.start - 60), at.start);
  const near = before.split(/[;|]|\n[^\S\n]*\n/).pop() ?? before;
  if (labels[label].test(near)) return true;
  if (/^[^\S\n]{0,3}\(?[^\S\n]?(?:NHS|CHI|H&C)\b/.test(section.text.slice(at.end, at.end + 10)))
    return labels[label].test(section.text.slice(at.end, at.end + 10));
  return labels[label].test(columnOf(section, at.start));
}

/** Words that make a number an illustration: how one looks, not whose it is. */
const illustration =
  /(?:\be\.?g\.?|\bfor example|\bsuch as|\bin the (?:form|format)|\bformat|\bsample|\bdummy|\bplaceholder)[^\n]{0,15}$/i;

/** A number among numbers alone, or by itself, is anything's. */
const words = /[A-Za-z]{2}/;

/** Signs that bind a number to something else where no label claims it. */
const bound = /[#+/=_]$/;

function isOther(section: Section, at: TenDigits): boolean {
  const before = section.text.slice(Math.max(0, at.start - 40), at.start);
  return otherNumber.test(before) || illustration.test(before);
}

/** Five recognisers ask for the numbers of the same section one after the other. */
const read = new WeakMap<Section, readonly TenDigits[]>();
function numbersOf(section: Section): readonly TenDigits[] {
  let numbers = read.get(section);
  if (!numbers) {
    numbers = [...tenDigits(section.text)];
    read.set(section, numbers);
  }
  return numbers;
}

function see(accept: (section: Section, at: TenDigits) => boolean): Recogniser["see"] {
  return function* numbers(section): Generator<Seen> {
    for (const at of numbersOf(section))
      if (accept(section, at)) yield { start: at.start, end: at.end, number: at.digits };
  };
}

const labelledNhs = (section: Section, at: TenDigits) =>
  labelled(section, at, "nhs") &&
  !isOther(section, at) &&
  !labelled(section, at, "chi") &&
  !labelled(section, at, "hc");

const dictionary = "NHS Data Dictionary, NHS NUMBER; NHS England, number ranges";

export const nhsNumber: Recogniser<"nhs-number"> = {
  name: "nhs-number",
  kind: "nhs-number",
  source: dictionary,
  see: see((section, at) => hasValidCheckDigit(at.digits) && labelledNhs(section, at)),
  flags: [
    "NHS no. 943 476 5919",
    "nhs:9434765919",
    "NHS Number 943-476-5870",
    "NHS Number:\u00a0999\u00a0000\u00a00018",
    "NHS No 999.000.0026",
    "NHS: 999\u2013000\u20130034",
    "NHS number 999 000\n0042",
    "NHS number\n9990000050",
    "NHS No: 9 9 9 0 0 0 0 0 6 9",
    "DOB 12/03/1961 NHS 999 000 0077",
    "DOB: 12.03.1961 999 000 0085 (NHS)",
    "name,nhs_number,dob\nAda Moss,9990000093,1961-03-12",
    "National Health Service number 401-023-2137",
    "NHS number 0032698674",
    "NHS number: 9990 0001 07",
    "letter_NHS9990000018.pdf",
    "NHS number: 99\u200b90000018",
    "Rhif GIG: 999 000 0018",
  ],
  passes: [
    "Tel 0207 946 0018",
    "NHS number 943 476 5918",
    "NHS number 000 000 0000",
    "NHS number 999 999 9999",
    "NHS number: ___ ___ ____",
    "NHS 4857773456",
    "NHS no. 1234567890",
    "NHS Supply Chain order no. 9434765919",
    "NHS card 4929 9434 7659 1912",
    "NHS number 94347659190",
    "NHS 111: call 9434765919",
    "ISBN 9434765919",
    "An NHS number is ten digits, for example 943 476 5919",
    "CHI 0101901232",
  ],
};

export const bareNumber: Recogniser<"bare-number"> = {
  name: "bare-number",
  kind: "nhs-number",
  source: dictionary,
  see: see(
    (section, at) =>
      at.grouping === "3-3-4" &&
      hasValidCheckDigit(at.digits) &&
      ["england", "test", "hc"].includes(rangeOf(at.digits)) &&
      !isOther(section, at) &&
      words.test(section.text.slice(Math.max(0, at.start - 60), at.start)) &&
      !bound.test(section.text.slice(Math.max(0, at.start - 1), at.start)) &&
      !labelled(section, at, "nhs") &&
      !labelled(section, at, "hc"),
  ),
  flags: ["Mrs Ada Moss, 999 000 0018, of this parish", "Ada 943 476 5919"],
  passes: [
    "9434765919",
    "943 476 5919",
    "Tel: 943 476 5919",
    "order #943 476 5919",
    "943 476 5918",
    "NHS 943 476 5919",
  ],
};

export const chiNumber: Recogniser<"chi-number"> = {
  name: "chi-number",
  kind: "chi-number",
  source: "NHS Scotland, Community Health Index: DDMMYY, two digits, sex digit, check digit",
  see: see(
    (section, at) =>
      hasValidCheckDigit(at.digits) && beginsWithBirthday(at.digits) && labelled(section, at, "chi"),
  ),
  flags: ["CHI 0101901232", "CHI No: 010190 1232", "Community Health Index 0607230002", "C.H.I. 060723 0002"],
  passes: ["CHI 3102991114", "0101901232", "CHI No: __________", "chip 0101901232"],
};

export const hcNumber: Recogniser<"hc-number"> = {
  name: "hc-number",
  kind: "hc-number",
  source: "Business Services Organisation, Health and Care Number: 320 000 0001 to 399 999 9999",
  see: see(
    (section, at) =>
      hasValidCheckDigit(at.digits) && rangeOf(at.digits) === "hc" && labelled(section, at, "hc"),
  ),
  flags: ["H&C number 320 000 0007", "HSC No. 3200000015", "Health and Care Number: 399-999-9985"],
  passes: ["H&C number 320 000 0008", "3200000007", "HSC 943 476 5919"],
};

/** Ten digits that are called an NHS, CHI or H&C number but fail its check: a slip of the pen, or a sample. */
export const misspeltNumber: Recogniser<"misspelt-number"> = {
  name: "misspelt-number",
  kind: "hospital-number",
  source: "House rule: sample letters often carry a number that fails the check (corpus, README)",
  see: see(
    (section, at) =>
      !(hasValidCheckDigit(at.digits) && (beginsWithBirthday(at.digits) || !labelled(section, at, "chi"))) &&
      !/^(\d)\1{9}$/.test(at.digits) &&
      !isOther(section, at) &&
      (labelledNhs(section, at) || labelled(section, at, "chi") || labelled(section, at, "hc")),
  ),
  flags: ["NHS number 943 476 5918", "CHI 3102991114"],
  passes: ["NHS number 943 476 5919", "NHS number 0000000000", "NHS 111 tel 0207946001", "943 476 5918"],
};
