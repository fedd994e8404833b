import { canBeBirthday, dateSource } from "../calendar.ts";
import { columnOf } from "../columns.ts";
import { byPattern, type Recogniser, type Seen } from "../recogniser.ts";

const birthLabel =
  "\\b(?:D\\.?O\\.?B\\b\\.?|date[ _]of[ _]birth|birth[ _]?date|birthday|born(?: on)?|d\\. ?o\\. ?b\\.|(?:[a-z]{1,12}_)?dob|dyddiad geni|ganwyd|ganed)";

/** The label and its value, which may stand on the next line or in the next cell. */
const labelledDate = byPattern(
  new RegExp(
    `${birthLabel}(?: ?\\([^)\\n]{0,20}\\))?[^\\dA-Za-z\\n]{0,20}(?:\\n[^\\dA-Za-z\\n]{0,10})?(?:the )?(${dateSource})`,
    "gi",
  ),
  ({ groups }) => canBeBirthday(groups[0] ?? ""),
);
const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
/** A label and six or eight digits with nothing between them, and the month of a birthday alone. */
const shortly = byPattern(
  new RegExp(
    `\\bD\\.?O\\.?B\\.?[ :]{0,2}(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)\\d\\d|\\d\\d)(?!\\d)|\\bborn in (?:${months})[ ,]{1,2}(?:19|20|'|\\u2019)?\\d\\d(?!\\d)`,
    "gi",
  ),
);
const inColumn = new RegExp(dateSource, "gi");

function* inBirthColumn(text: string, heading: string): Generator<Seen> {
  if (!/birth|\bdob\b|_dob|dob_/i.test(heading)) return;
  let seen = 0;
  inColumn.lastIndex = 0;
  for (let found = inColumn.exec(text); found && seen < 400; found = inColumn.exec(text)) {
    const start = found.index;
    const resume = inColumn.lastIndex;
    if (canBeBirthday(found[0]) && /birth|dob/i.test(columnOf({ text, heading }, start))) {
      seen++;
      yield { start, end: start + found[0].length };
    }
    inColumn.lastIndex = resume;
  }
}

export const dateOfBirth: Recogniser<"date-of-birth"> = {
  name: "date-of-birth",
  kind: "date-of-birth",
  source: "DOMAIN.md 5.8; forms of dates as written in the United Kingdom and ISO 8601",
  *see(section) {
    yield* labelledDate(section);
    yield* shortly(section);
    yield* inBirthColumn(section.text, section.heading);
  },
  flags: [
    "DOB 12/03/1961",
    "D.O.B.: 12.03.61",
    "Date of birth: 12 March 1961",
    "date of birth 12th March 1961",
    "born 1961-03-12",
    "born on 12 March 1961",
    "Birthdate: 3/29/1982",
    "d.o.b 12-Mar-1961",
    "DOB:\n12/03/1961",
    "Date of birth | 12/03/1961",
    "DOB: March 12, 1961",
    "DOB120361",
    "aged 65, born in March 61",
    "born 12 March '61",
    "DOB 12th of March 1961",
    "Date of birth (dd/mm/yyyy): 12/03/1961",
    "Dyddiad geni: 12 Mawrth 1961",
    "name,dob,postcode\nAda Moss,1961-03-12,M1 1AA",
  ],
  passes: [
    "DOB: dd/mm/yyyy",
    "Date of birth: ____",
    "DOB: 45/13/1961",
    "12/03/1961",
    "Date of birth:\n\nSigned 12/03/2024",
    "DOB: (see page 12/03)",
    "newborn 12/03",
    "Date: 12/03/2024",
  ],
};

export const ageAndSex: Recogniser<"age-and-sex"> = {
  name: "age-and-sex",
  kind: "treatment-note",
  source: "Opening of a clinical history: 'a 58-year-old man'",
  see: byPattern(
    /\b\d{1,3}(?: ?- ?| )?(?:year|yr|y\/?o|month|week|day)s?(?: ?- ?| )?(?:old)?[ -](?:[a-z-]{3,16} ){0,3}(?:male|female|man|woman|lady|gentleman|boy|girl|chap|guy|bloke|lad|infant|baby|toddler|teenager|primigravida|multip|M|F)\b|\b(?:[Aa]ge|AGE) ?(?:\([a-z]{1,6}\) ?)?[:|=\t] ?\d{1,3}\b/g,
  ),
  flags: [
    "a 58-year-old male",
    "91-year-old right-hand dominant female",
    "67 yo F with cough",
    "a 4 month old boy",
    "Age: 39 years",
  ],
  passes: ["58 years of service", "women aged 50 to 70", "10 days old milk"],
};
