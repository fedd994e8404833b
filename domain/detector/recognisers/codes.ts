import { hasVerhoeffDigit } from "../check-digit.ts";
import { byPattern, type Recogniser } from "../recogniser.ts";

const label = (words: string) => new RegExp(`(?:${words})[^\\n]{0,40}$`, "i");
const snomed = label("snomed|sctid|\\bsct\\b|dm ?\\+ ?d|concept ?id|vmp|vtm|\\bamp\\b");
const icd = label("\\bicd\\b|icd-?1?0?|diagnos(?:is|es|tic)|\\bdx\\b|primary condition|codes? for");
const read = label("\\bread\\b ?(?:v2|v3|codes?)?|\\bctv3\\b|\\b5-?byte\\b");

/** Codes of conditions and medicines where their name stands before them; numbers alone are numbers. */
export const clinicalCode: Recogniser<"clinical-code"> = {
  name: "clinical-code",
  kind: "diagnosis",
  source: "SNOMED International, SCTID (Verhoeff); WHO ICD-10; NHS dm+d; Read v2 and CTV3",
  see: byPattern(
    /(?<![A-Za-z0-9.])(?:[1-9]\d{5,17}|[A-Za-z0-9]{3,4}\.{1,2}(?!\d)|[A-TV-Z]\d{2}(?:\.[0-9X][0-9A-Z]?)?)(?![A-Za-z0-9])/g,
    ({ words, before }) => {
      if (/^\d{6,18}$/.test(words)) return snomed.test(before) && hasVerhoeffDigit(words);
      if (/^[A-Z]\d{2}/.test(words) && !words.endsWith(".")) return icd.test(before);
      return /\d/.test(words) && /[A-Za-z]/.test(words) && read.test(before);
    },
  ),
  flags: ["SNOMED: 22298006", "Diagnosis (ICD-10) M54.5", "Read code H33..", "dm+d 39720311000001101"],
  passes: ["SNOMED 22298007", "22298006", "room M54", "part no B12.3", "read H33"],
};

/** Numbers of people who look after patients; they mark who wrote a paper, never whom it is about. */
export const registration: Recogniser<"registration"> = {
  name: "registration",
  kind: "other-paper",
  source: "GMC, NMC, HCPC, GPhC, GDC, GOsC, GCC: forms of registration numbers",
  see: byPattern(
    /\b(?:GMC|NMC|HCPC|GPhC|GDC|GOsC|GCC|CSP|ACPIN)\b(?: ?(?:reg(?:istration|istered)?|pin|no|number|membership)\b\.?){0,2}[ :#.-]{0,4}(?:\d{2}[A-L]\d{4}[A-Z]|C?\d{7}|[A-Z]{2,3}\d{4,6}|\d{4,6})\b/gi,
  ),
  flags: ["GMC 1234567", "NMC PIN: 71A2998E", "HCPC PH095159", "GPhC no. 2033467"],
  passes: ["the GMC", "HCPC standards 2016 to 2024 of", "NHS 999 000 0018"],
};

/** A National Insurance number by its form: DFIQUV never, O not second, suffix A to D. */
export const insuranceNumber: Recogniser<"ni-number"> = {
  name: "ni-number",
  kind: "hospital-number",
  source: "HMRC, NIM39110: how a number is made up",
  see: byPattern(
    /\b(?!BG|GB|KN|NK|NT|TN|ZZ|OO|CR|FY|MW|NC|PP|PY|PZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ ]?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?[A-D]\b/gi,
    ({ words, before }) =>
      (words === words.toUpperCase() || /insurance|\bnin?o?\b/i.test(before)) &&
      !/(?:order|invoice|serial|part|model|asset|batch|lot|sku|item)[ ]?(?:no|number)?[.:# ]{0,3}$/i.test(
        before,
      ),
  ),
  flags: ["AA 12 34 56 B", "National insurance: tw987654a", "PR 123612C"],
  passes: ["QQ 12 34 56 A", "AA 12 34 56 H", "BG123612A", "order no AA123456B", "UV 98 76 54 B"],
};
