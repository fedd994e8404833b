import { canBeBirthday, dateSource } from "../calendar.ts";
import { cellsOf, delimiterOf } from "../columns.ts";
import { matchesOf } from "../places/matches.ts";
import type { Recogniser, Section, Seen } from "../recogniser.ts";
import { isCareTable } from "./care-table.ts";
import { isCodedTable } from "./coded-table.ts";

/** What a list of patients calls its columns; each group is one thing that is known about a person. */
const columns: readonly (readonly [meaning: string, label: RegExp])[] = [
  [
    "number",
    /nhs|\bchi\b|h&c|mrn|(?:patient|client)_?\s?(?:id|no|num|identifier|key|ref)|hospital_?\s?(?:no|num|id)|nhsno/i,
  ],
  ["birth", /birth|\bdob\b|dob$|^dob|_dob|dob_/i],
  ["name", /name|surname|forename|^(?:first|last|family|given)$/i],
  ["place", /post_?\s?code|address|\btown\b|\bcity\b|zip/i],
  ["contact", /e-?mail|phone|mobile|\btel\b/i],
  ["sex", /sex|gender|^\W*age\W*$/i],
  ["booking", /^\W*(?:time\b|date\b|start\b|appointment|type\b|service|practitioner|physio|therapist|room)/i],
  [
    "care",
    /patient|client|recall|last[ _]seen|next[ _](?:appt|due|visit)|last[ _](?:appt|visit)|therapy|session|injection|complaint|problem|body[ _]part|concern|nhs|diagnos|condition|ward|clinic|appointment|admission|admit|discharge|vaccin|procedure|consultant|treatment|allerg|medic|referr|\bgp\b|specimen|symptom|disease|encounter|icd|\bp[tx]\b|death_?date|deceased|healthcare/i,
  ],
];

/** A row that names somebody: a date that can be a birthday, or a number of six digits and more, and a word. */
const rowDate = new RegExp(dateSource, "i");

const meanings = (heading: string, delimiter: string) =>
  new Set(
    cellsOf(heading, delimiter).flatMap((cell) =>
      columns.filter(([, label]) => label.test(cell)).map(([meaning]) => meaning),
    ),
  );

/** What is known of people in care alone, and of no customer or colleague. */
const careAlone =
  /\bpatient|\bclient|\bchild_|vaccin|diagnos|treatment(?! ?room)|recall|medical|medication|symptom|\bgp\b|referr|presenting|injur|(?:last|next)[ _](?:seen|appt|appointment|visit)|body[ _]part/i;
const nameColumn = /^\W*(?:(?:full|first|last|given|family)[ _]?)?(?:name|surname|forename)\W*$/i;

/** The column that holds patients' names, or -1. */
const patientColumn = (heading: string, delimiter: string) =>
  cellsOf(heading, delimiter).findIndex((cell) =>
    /^\W*(?:patient|client|service user|resident|pt)(?:['\u2019]?s)?(?:[ _](?:full[ _])?name)?\W*$/i.test(
      cell,
    ),
  );
/** Two or more words and no digit: names are written in small letters as well. */
const fullName =
  /^\W{0,2}(?!.*\d)[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'\u2019.-]*[ ,]+[A-Za-z\u00c0-\u024f]/;

/** A heading names columns; a sentence with commas, and another behind it, doesn't. */
const prose = /[a-z]{3}\. [A-Z]/;

/** Somebody by a code, by initials or by age and sex, in a column of patients. */
const coded = /^\W{0,2}(?:[A-Z]{1,4}[- ]?\d{2,6}|[A-Z]{2,3}|(?:[A-Z]{2,3}[ ,]{1,2})?\d{1,3} ?[MFmf])\W*$/;

/** Rows that are looked at; a longer list says nothing new. */
const rowsAtMost = 200;

function* rowsOf(section: Section, delimiter: string): Generator<Seen> {
  const own = patientColumn(section.heading, delimiter);
  const patient =
    own !== -1 ? own : cellsOf(section.heading, delimiter).findIndex((cell) => nameColumn.test(cell));
  const isName =
    own !== -1 ||
    !/first|last|given|family|sur|fore/i.test(cellsOf(section.heading, delimiter)[patient] ?? "")
      ? fullName
      : /^\W{0,2}[A-Za-z\u00c0-\u024f'\u2019-]{2,}\W*$/;
  const width = cellsOf(section.heading, delimiter).length;
  let start = 0;
  for (const row of section.text.split("\n", rowsAtMost)) {
    const filled = row === section.heading ? [] : cellsOf(row.slice(0, 4_000), delimiter);
    const words = filled.filter((cell) => /[A-Za-z]{2}/.test(cell)).length;
    const date = rowDate.exec(row)?.[0];
    const cell = filled[patient] ?? "";
    const named = patient !== -1 && (isName.test(cell) || (own !== -1 && coded.test(cell)));
    const known = named || (date !== undefined && canBeBirthday(date)) || /\d{6}|[0-9a-f]{8}-/.test(row);
    if (filled.length >= width / 2 && words >= 1 && known) yield { start, end: start + row.length };
    start += row.length + 1;
  }
}

/**
 * A table with a row or more about people in care. Its heading must know a person (number or birth, name) and care;
 * people with birthdays who are nobody's patients make no patient list.
 */
export const patientList: Recogniser<"patient-list"> = {
  name: "patient-list",
  kind: "people-list",
  source: "House rule from lists of vaccinations, appointments and wards (corpus, README)",
  *see(section) {
    const delimiter = delimiterOf(section.heading);
    if (delimiter === undefined || prose.test(section.heading)) return;
    const known = meanings(section.heading, delimiter);
    const booked = known.size >= 2 && patientColumn(section.heading, delimiter) !== -1;
    const person = known.has("number") || (known.has("birth") && known.has("name"));
    const exported =
      known.has("name") &&
      (known.has("contact") || known.has("place") || known.has("booking")) &&
      careAlone.test(section.heading);
    const listed = person && known.size >= 3 && (known.has("care") || known.has("number"));
    if (!listed && !booked && !exported) return;
    yield* rowsOf(section, delimiter);
  },
  flags: [
    "nhs_number,surname,dob,postcode\n9990000018,Moss,1961-03-12,M1 1AA",
    "Name\tDate of birth\tDiagnosis\tWard\nAda Moss\t12/03/1961\tAsthma\t4B",
    "Time,Patient,Practitioner\n09:00,Ada Moss,Maya Lindqvist",
    "MRN|First name|Last name|Sex\n00123456|Ada|Moss|F",
    "Time,Client,Practitioner\n09:00,ada moss,Maya Lindqvist",
    "First Name,Last Name,Email,Mobile,Last appointment\nAda,Moss,ada@mail.example,07700900123,03/11/2026",
    "Name;Phone;Treatment\nada moss;07700900123;lip filler",
    "Hosp\tPt\tAge\tStatus\nRMI\tAB-017\t54\tactive",
    "Id,BIRTHDATE,DEATHDATE,FIRST,LAST\n1d604da9-9a81,1989-05-25,,Ada181,Moss206",
  ],
  passes: [
    "nhs_number,surname,dob,postcode\n,,,",
    "Item,Client,Price\nGloves,,4.20",
    "item,price,quantity\nGloves,4.20,12345678",
    "GivenName,Surname,Birthday,BloodType\nAda,Moss,3/29/1982,A",
    "Name,Email,Phone,Role\nMaya Lindqvist,maya@harbour.example,020 7946 0018,Physiotherapist",
    "code,name,postcode\nA81001,Harbour Surgery,M1 1AA",
  ],
};

const birthRows = matchesOf(
  new RegExp(
    `(?:^|\\n)[^\\n]{0,60}[A-Z][A-Za-z'\\u2019-]{1,20},? [A-Z][A-Za-z'\\u2019-]{0,20}[^\\n\\d]{0,20}(${dateSource})(?:[^\\n]{0,120}?(\\b(?:\\d{3} ?\\d{3} ?\\d{4}|[A-Z]{1,2}\\d{5,8}|\\d{6,9})\\b))?`,
    "g",
  ),
  /\d/g,
);

const timeOfDay = /(?:^|\s)(?:0?[7-9]|1\d|2[01])[:.][0-5]\d\b/;

/** Rows without a heading that anyone could name: a name, a date, and a number or a time of day each. */
export const rowsOfPeople: Recogniser<"rows-of-people"> = {
  name: "rows-of-people",
  kind: "people-list",
  source: "House rule: clinic lists printed as lines",
  *see(section) {
    const rows: Seen[] = [];
    for (const found of birthRows(section)) {
      if (rows.length >= rowsAtMost) break;
      const placed = found[2] !== undefined || timeOfDay.test(found[0]);
      if (placed && canBeBirthday(found[1] ?? ""))
        rows.push({ start: found.index, end: found.index + found[0].length });
    }
    if (rows.length >= 3) yield* rows;
  },
  flags: [
    "09:00 Ada Moss 12/03/1961\n09:30 Tom Reed 01/02/1970\n10:00 May Lin 03/04/1980",
    "Ada Moss 12/03/1961 999 000 0018\nTom Reed 01/02/1970 999 000 0026\nMay Lin 03/04/1980 999 000 0034",
  ],
  passes: [
    "Ada Moss 12/03/1961 999 000 0018",
    "Gloves 12/03/2024 4.20\nTape 12/03/2024 1.10\nCups 12/03/2024 2.00",
  ],
};

/** A cell of a heading is short and ends no sentence. */
const isProse = /.{41}|[.!?;:][ ]|[.!?]\s*$|\b(?:the|is|was|and a|of the|with|have|has)\b/;
/** Rows that are told of a table about something else. */
const otherRowsAtMost = 400;

/** A table whose heading knows nothing of care: staff, customers, stock, figures. */
export const otherTable: Recogniser<"other-table"> = {
  name: "other-table",
  kind: "other-paper",
  source: "House rule: a patient list says somewhere that its people are patients",
  *see(section) {
    const { text, heading } = section;
    const delimiter = delimiterOf(heading);
    if (delimiter === undefined) return;
    const cells = cellsOf(heading, delimiter);
    const named = cells.filter((cell) => /[A-Za-z]{2}/.test(cell) && !/\d{3}/.test(cell)).length;
    const known = meanings(heading, delimiter);
    if (named < Math.max(3, cells.length * 0.7) || known.has("number") || careAlone.test(heading)) return;
    if (cells.some((cell) => isProse.test(cell))) return;
    if (isCareTable(section) || isCodedTable(section)) return;
    let start = 0;
    let seen = 0;
    for (const row of text.split("\n")) {
      if (
        row !== heading &&
        row.includes(delimiter) &&
        cellsOf(row.slice(0, 4_000), delimiter).length === cells.length &&
        seen++ < otherRowsAtMost
      )
        yield { start, end: start + row.length };
      start += row.length + 1;
    }
  },
  flags: [
    "Name,Role,Start date\nMaya Lindqvist,Physiotherapist,01/03/2015",
    "a1,item,price\nx1,Gloves,4.20",
  ].slice(0, 1),
  passes: [
    "Name\tDate of birth\tDiagnosis\nAda Moss\t12/03/1961\tAsthma",
    "Plan: review, then rest, then run",
  ],
};
