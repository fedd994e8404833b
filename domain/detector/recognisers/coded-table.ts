import { cellsOf, delimiterOf } from "../columns.ts";
import { isOfHealth } from "../health.ts";
import type { Recogniser, Section } from "../recogniser.ts";

/** Rows and columns that are looked at. */
const rowsAtMost = 80;
const columnsAtMost = 60;
/** Share of a column's cells that must look alike. */
const mostCells = 0.6;

/** Headings above people who are given by initials, a code or a bed. */
const person =
  /^\W*(?:initials?|pt|pts|px|patients?|clients?|resident|child|case|subject|member|who|name|id|ref|no|bed|room|mrn|pseudo\w*|study[ _]?id|p(?:t|at)?[ _]?id|hosp(?:ital)?(?:[ _]no)?|nhs(?:[ _]no)?)\W*$/i;
/** Initials, a code, a bed, an age with a sex. */
const coded =
  /^\W{0,2}(?:[A-Z]\.? ?[A-Z]\.?(?: ?[A-Z]\.?)?|[A-Z]{1,4}[- ]?\d{1,8}|\d{4,10}|[A-Z]{2,3},? ?\d{1,3} ?[MF]?|\d{1,3} ?[MF]|[0-9a-f]{8}-[0-9a-f-]{8,})\W{0,2}$/;
/** A bed or a running number says nothing unless initials or an age stand in another cell. */
const plain = /^\W*(?:no|id|ref|bed|room|case|who|name)\W*$/i;

/** What headings of such lists hold; each is one thing that is known about somebody in care. */
const ofCare: readonly RegExp[] = [
  /^\W*(?:bp|hr|pulse|rr|resps?|spo2|sats|o2|temp(?:erature)?|news2?|gcs|bm|obs)\W*$/i,
  /^\W*(?:pain|nprs|vas|score|urine|bowels|intake|fluids?|weight|wt|bmi)\b/i,
  /\b(?:problem|complaint|issues?|dx|diag\w*|condition|injury|symptoms?|reason|history|hx|pmh)\b/i,
  /\b(?:meds?|medication|drug|dose|allerg\w*|treatment|tx|rx|procedure|op|operation|abx)\b/i,
  /\b(?:result|test|hba1c|a1c|egfr|hb|crp|inr|culture|finding|grade|histology)\b/i,
  /\b(?:age|dob|yob|yr born|year of birth|born|sex|gender|m\/f)\b/i,
  /\b(?:admitted|adm|ward|referred|referral|urgency|discharged?|los|next of kin|nok|gp|clinician|seen by)\b/i,
  /\b(?:side|site|area|plan|jobs|action|outcome|comment|notes?)\b/i,
];
/** Lists of things and figures, and of people whom nobody treats. */
const ofOthers =
  /\b(?:mean|median|total|count|average|rate|n|sd|role|job|post|course|delegate|shift|rota|company|supplier|qty|quantity|price|sku|asset|serial|salary|hours|manager|department|training|team|class|menu|breed|species|ear tag|type|values|label|description|amount|vat|invoice)\b/i;
const figures = /%/;

/** Rows of a table about people in care whom it doesn't name, with where each stands. */
function* seeRows({ text, heading }: Section) {
  const sign = delimiterOf(heading);
  if (sign === undefined || ofOthers.test(heading) || figures.test(heading)) return;
  const names = cellsOf(heading, sign).slice(0, columnsAtMost);
  const headings = ofCare.filter((label) => names.some((name) => label.test(name.replace(/_/g, " ")))).length;
  if (headings < 2) return;
  const rows: { start: number; end: number; cells: readonly string[] }[] = [];
  let start = 0;
  for (const row of text.split("\n", rowsAtMost)) {
    const cells = row === heading ? [] : cellsOf(row.slice(0, 4_000), sign);
    if (cells.length >= names.length - 2 && cells.length <= names.length + 2)
      rows.push({ start, end: start + row.length, cells });
    start += row.length + 1;
  }
  if (rows.length < 2) return;
  const share = (place: number, isMeant: (cell: string) => boolean) =>
    rows.filter(({ cells }) => isMeant(cells[place]?.trim() ?? "")).length / rows.length;
  const people = names.filter(
    (name, place) => person.test(name) && share(place, (cell) => coded.test(cell)) >= mostCells,
  );
  if (people.length === 0) return;
  const told = rows.filter(({ cells }) => cells.some((cell) => isOfHealth(cell))).length / rows.length;
  const isSure = people.some((name) => !plain.test(name));
  if (headings + Number(told >= mostCells) < (isSure ? 3 : 4)) return;
  yield* rows.map(({ end, ...row }) => ({ start: row.start, end }));
}

/** Whether a section is such a list. */
export const isCodedTable = (section: Section): boolean => seeRows(section).next().done !== true;

/** A list of people in care by initials, codes or beds, with what is the matter with each. */
export const codedTable: Recogniser<"coded-table"> = {
  name: "coded-table",
  kind: "people-list",
  source: "House rule: exports and hand-over lists that give initials or a code for a name",
  see: seeRows,
  flags: [
    "date,initials,bp,hr,pain,comment\n21/11/2026,H.T.,142/88,92,6,paracetamol given\n21/11/2026,H.T.,138/84,88,3,sat out",
    "Bed\tPt\tHx\tPlan\n1\tDW 84F\tfractured hip\tphysio\n2\tPK 77M\tpneumonia\tantibiotics",
  ],
  passes: [
    "Item,No,Result\nGloves,A12,ok\nTape,A13,ok",
    "Clinic,New,Follow-up,DNA %\nBack,41,118,7.2\nKnee,19,46,3.0",
    "id,role,notes\nA1,nurse,knee clinic\nA2,desk,back office",
  ],
};
