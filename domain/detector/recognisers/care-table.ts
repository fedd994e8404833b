import { canBeBirthday, dateSource, yearOf } from "../calendar.ts";
import { cellsOf, delimiterOf } from "../columns.ts";
import { isOfHealth } from "../health.ts";
import type { Recogniser, Section } from "../recogniser.ts";
import { body } from "../words/body.ts";
import { givenNames } from "../words/names.ts";
import { plainName } from "../words/plain-name.ts";

/** Rows and columns that are looked at. */
const rowsAtMost = 80;
const columnsAtMost = 60;

/** What headings of lists of people in care hold, each in its own way; two different ones make a heading of care. */
const ofCare: readonly RegExp[] = [
  /\b(?:due ?back|recall|chased?)\b|\b(?:last|next|prev|nxt)[ _]?(?:in|seen|due|appt|appointment|visit|tx|treatment)\b/i,
  /\b(?:policy|member(?:ship)?|insured|auth(?:orisation)?|excess|cover|claim)\b/i,
  /\b(?:clinician|therapist|physio|practitioner|consultant|injector|osteopath|podiatrist)\b/i,
  /\b(?:sessions?|visit|tx|treatment|procedure|referred|referral|what for|reason|complaint)\b/i,
  /\b(?:batch|lot|units|mls?|dose|product|syringes?)\b/i,
  /\b(?:area|site|side|body ?part|reaction|allerg\w*|meds|medication)\b/i,
  /\b(?:tests?|results?|sample|vaccine|jab|risk|grade|informed|outcome|findings?|filler|tox|botox)\b/i,
  /\b(?:dx|diag\w*|condition|injury|symptoms?|problem|pmh|ward|bed|nok|gp)\b/i,
];
/** Headings of lists of people whom nobody treats. */
const ofOthers =
  /\b(?:item|description|line|role|job|post|course|delegate|starter|main|pudding|dessert|menu|shift|rota|early|late|desk|company|supplier|engineer|qty|quantity|price|sku|asset|serial|salary|hours|manager|department|training|attended|reg|space|voucher|goals|team|class|grade|coming)\b/i;
const personLabel =
  /^\W*(?:who|name|full[ _]name|member|insured|client|patient|person|service user|claimant|pt|customer)\W*$/i;
const given = /^\W*(?:(?:f|first|given|fore)[ _]?names?|first|given|fore)\W*$/i;
const surname = /^\W*(?:(?:s|l|last|sur|family)[ _]?names?|last|family)\W*$/i;
const fullName =
  /^\W{0,2}(?:(?:Mrs?|Ms|Miss|Mx|Master)\.? )?[A-Z\u00c0-\u017f\u0218-\u021b][A-Za-z\u00c0-\u024f'\u2019-]{1,24},?(?: [A-Z\u00c0-\u017f\u0218-\u021b][A-Za-z\u00c0-\u024f'\u2019.-]{0,24}){1,3}\W{0,2}$/;
const oneName = /^\W{0,2}[A-Z\u00c0-\u017f\u0218-\u021b][A-Za-z\u00c0-\u024f'\u2019-]{1,24}\W{0,2}$/;
const care = new RegExp(
  `\\b(?:${body}|recall|reviews?|follow-?up|f\\/u|MOT|orthotics?|glabella|marionette|tear trough|lips|crow['\\u2019]s feet|nasolabial|forehead|cheeks|jawline|DNA|amput\\w*|neg(?:ative)?|pos(?:itive)?|normal|abnormal|deltoid|assessment|new patient|discharged?|bruising|GP|massage|acupuncture|smear|vaccin\\w*)\\b`,
  "i",
);
const anyDate = new RegExp(`^\\W{0,2}(?:${dateSource})`, "i");
/** Birthdays are older than what a clinic books. */
const lastBirthYear = 2020;

const shareOf = (cells: readonly string[], isMeant: (cell: string) => boolean) =>
  cells.filter(isMeant).length / Math.max(1, cells.length);

function isBirthday(cell: string): boolean {
  const date = anyDate.exec(cell)?.[0];
  return date !== undefined && canBeBirthday(date) && (yearOf(date) ?? 9_999) <= lastBirthYear;
}

function isOfPeopleInCare(names: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const columns = names.map((_, place) => rows.map((row) => row[place]?.trim() ?? ""));
  const hasPerson =
    columns.some((cells, place) => personLabel.test(names[place] ?? "") && shareOf(cells, isFull) >= 0.7) ||
    (columns.some((cells, place) => given.test(names[place] ?? "") && shareOf(cells, isOne) >= 0.7) &&
      names.some((name) => surname.test(name))) ||
    columns.some((cells, place) => !ofFirms.test(names[place] ?? "") && shareOf(cells, isKnown) >= 0.7);
  if (!hasPerson) return false;
  const headings = ofCare.filter((label) => names.some((name) => label.test(name.replace(/_/g, " ")))).length;
  const told = columns.some((cells) => shareOf(cells, (cell) => care.test(cell) || isOfHealth(cell)) >= 0.3);
  const born = columns.some((cells) => shareOf(cells, isBirthday) >= 0.7);
  return headings + Number(told) + Number(born) >= 2;
}
/** Moss Ada, Ada Moss: two words or three, of which one is a first name. */
const isKnown = (cell: string) =>
  fullName.test(cell) &&
  cell.split(/[ ,]+/).some((word) => word.length > 2 && givenNames.has(plainName(word)));
const ofFirms =
  /\b(?:clinician|therapist|consultant|practitioner|doctor|dr|staff|by|author|contact|owner|rep|engineer)\b/i;
const isFull = (cell: string) => fullName.test(cell);
const isOne = (cell: string) => oneName.test(cell);

function* seeRows({ text, heading }: Section) {
  const delimiter = delimiterOf(heading);
  if (delimiter === undefined || ofOthers.test(heading)) return;
  const names = cellsOf(heading, delimiter);
  const places: { start: number; end: number; cells: readonly string[] }[] = [];
  let start = 0;
  for (const row of text.split("\n", rowsAtMost)) {
    const cells = row === heading ? [] : cellsOf(row.slice(0, 4_000), delimiter);
    if (cells.length >= names.length - 1 && cells.length <= names.length + 1)
      places.push({ start, end: start + row.length, cells });
    start += row.length + 1;
  }
  const rows = places.map(({ cells }) => cells);
  if (rows.length >= 2 && isOfPeopleInCare(names.slice(0, columnsAtMost), rows))
    yield* places.map(({ start, end }) => ({ start, end }));
}

/** Whether a section is such a list. */
export const isCareTable = (section: Section): boolean => seeRows(section).next().done !== true;

/** A list whose headings are the clinic's own: people by name, and cells or headings that only care has. */
export const careTable: Recogniser<"care-table"> = {
  name: "care-table",
  kind: "people-list",
  source:
    "House rule: recall lists, treatment logs and insurers' lists with headings that each clinic makes up",
  see: seeRows,
  flags: [
    "Who,Mob,Last in,Due back,What for\nSunita Rao,07700 900134,14/05/2026,14/11/2026,6 mth MOT\nAnna Nowak,07700 900188,30/05/2026,30/11/2026,knee review",
    "Policy\tMember\tDOB\tAuth\nBX440917\tDesmond Clarke\t04/02/1958\tA88213\nBX391020\tIoana Munteanu\t19/11/1983\tA88240",
    "f_name;s_name;cell;prev_tx;clinician\nParveen;Akhtar;07700900112;2026-05-04;KH\nWinston;Barrett;07700900113;2026-05-07;KH",
  ],
  passes: [
    "Name,Starter,Main\nMaya Lindqvist,soup,turkey neck\nOwen Bevan,salmon,back bacon",
    "Course,Date,Delegate\nAnkle injuries,12/01/2027,Maya Lindqvist\nKnee pain,12/01/2027,Owen Bevan",
    "Item,Name,Lot\nBandage,Knee Brace,C1\nGauze,Wrist Brace,C2",
    "Who,Mob,Alarm code\nJo Lamb,07700 900201,yes\nOwen Bevan,07700 900203,no",
  ],
};
