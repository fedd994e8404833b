import { singleBlanks } from "../blanks.ts";
import { attributeOf, pieces, unescapeReferences } from "./markup.ts";

/** Columns that a row can have (Excel's bound); one beyond is no column of a worksheet. */
const columnsAtMost = 16_384;

/** A worksheet's words, and whether they are all of it. */
export interface SheetText {
  readonly text: string;
  readonly whole: boolean;
  /** Whether a cell stands where no worksheet has one, and was left out. */
  readonly beyond?: boolean;
}

/** What the worksheets of a workbook share. */
export interface Sheets {
  readonly strings: readonly string[];
  /** Places of the strings that stood in a cell. */
  readonly used: Set<number>;
  /** Styles that show a number as a date. */
  readonly dates: ReadonlySet<number>;
}

/** What the worksheets of a workbook share, taken apart once for all of them. */
export const sheetsOf = async (part: (name: string) => Promise<string>): Promise<Sheets> => ({
  strings: stringsOf(await part("xl/sharedStrings.xml")),
  used: new Set(),
  dates: dateStyles(await part("xl/styles.xml")),
});

/** Different texts beside the cells that are kept of a sheet. */
const othersAtMost = 10_000;
/** What a sheet says beside its cells: on the paper's edges, when a cell is asked for, and in a formula's own texts. */
const beside = /^(?:(?:odd|even|first)(?:Header|Footer)|f|formula[12])$/;
const inAttributes: Readonly<Record<string, readonly string[]>> = {
  dataValidation: ["prompt", "promptTitle", "error"],
  hyperlink: ["tooltip", "display"],
};
const text = /"((?:[^"]|"")*)"/g;

/** The texts in a formula; what stands on the paper's edges without the marks of its font. */
const textsIn = (name: string, words: string): string[] =>
  /Header|Footer/.test(name)
    ? [words.replace(/&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Z])/g, " ").trim()]
    : [...words.matchAll(text)].flatMap(([, one = ""]) => (one.length >= saidFrom ? [one] : []));
/** Signs of a text in a formula from which it says something. */
const saidFrom = 8;

/**
 * A worksheet as lines of columns divided by tabs (ECMA-376 part 1, 18.3). A string that is kept once can stand in any
 * number of cells, and one cell far to the right makes a row of empty ones: what is gathered is counted.
 *
 * @param signsAtMost Signs of text after which the rest is not gathered.
 */
export function spreadsheetText(
  sheet: string,
  { strings, used, dates }: Sheets,
  signsAtMost: number,
): SheetText {
  const rows: string[] = [];
  let row: string[] = [];
  let cell = { column: 0, type: "", style: 0 };
  let value = "";
  let inside = false;
  let left = signsAtMost;
  let beyond = false;
  const others: string[] = [];
  let other = "";
  for (const { text, tag, attributes = "", end, single } of pieces(sheet)) {
    if (text !== undefined && inside) value += text;
    if (text !== undefined && other !== "") others.push(...textsIn(other, unescapeReferences(text)));
    if (tag === undefined) continue;
    const name = tag.includes(":") ? tag.replace(/^\w+:/, "") : tag;
    other = !end && beside.test(name) ? name : "";
    if (!end && inAttributes[name])
      others.push(...inAttributes[name].map((one) => attributeOf(attributes, one)));
    if (name === "row") {
      if (end) rows.push(row.join("\t"));
      row = [];
      left--;
    } else if (name === "c" && !end) {
      cell = {
        column: columnOf(attribute(attributes, "r")) ?? row.length,
        type: attribute(attributes, "t"),
        style: Number(attribute(attributes, "s") || 0),
      };
      value = "";
    } else if (name === "v" || name === "t") inside = !end && !single;
    if (name === "c" && (end || single) && cell.column >= columnsAtMost) beyond = true;
    else if (name === "c" && (end || single)) {
      if (cell.type === "s") used.add(Number(value));
      if (cell.type === "s" && value !== "" && strings[Number(value)] === undefined) beyond = true;
      const words = shown(unescapeReferences(value), cell.type, dates.has(cell.style), strings);
      left -= words.length + 1 + Math.max(0, cell.column - row.length);
      if (left < 0) break;
      while (row.length < cell.column) row.push("");
      row[cell.column] = words;
    }
  }
  if (left < 0) rows.push(row.join("\t"));
  const said = [...new Set(others)].filter((one) => one !== "").slice(0, othersAtMost);
  return {
    text: [...rows, ...said].join("\n"),
    whole: left >= 0,
    ...(beyond && { beyond }),
  };
}

const attribute = (attributes: string, name: string) =>
  new RegExp(`\\s${name}\\s*=\\s*(["'])(.{0,40}?)\\1`).exec(attributes)?.[2] ?? "";

/** `C7` is the third column: 2. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function shown(value: string, type: string, isDate: boolean, strings: readonly string[]): string {
  if (type === "s") return strings[Number(value)] ?? "";
  if (isDate && /^\d{1,6}(?:\.\d+)?$/.test(value)) return dayOf(Number(value));
  // A long number is stored as 9.990000018E9.
  if (/^\d(?:\.\d+)?E\+?\d{1,2}$/i.test(value)) return String(Number(value));
  return singleBlanks(value);
}

/** A serial day number: 1 is 1 January 1900, with the 29 February 1900 that never was (ECMA-376 part 1, 18.17.4). */
const dayOf = (serial: number) =>
  new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + Math.floor(serial) * 86_400_000)
    .toISOString()
    .slice(0, 10);

function stringsOf(xml: string): readonly string[] {
  const strings: string[] = [];
  let current = "";
  let inside = false;
  for (const { text, tag, end, single } of pieces(xml)) {
    if (text !== undefined && inside) current += text;
    const name = tag?.replace(/^\w+:/, "");
    if (name === "t") inside = !end && !single;
    else if (name === "si" && end) {
      strings.push(singleBlanks(unescapeReferences(current)));
      current = "";
    } else if (name === "si" && single) strings.push("");
  }
  return strings;
}

/** Cell styles that show a number as a date: built-in formats 14 to 22, and own formats with days and years. */
function dateStyles(xml: string): ReadonlySet<number> {
  const own = new Set<string>();
  const dates = new Set<number>();
  let counting = false;
  let style = 0;
  for (const { tag, attributes = "", end } of pieces(xml)) {
    const name = tag?.replace(/^\w+:/, "");
    if (
      name === "numFmt" &&
      /[dy]/i.test(
        /formatCode="([^"]{0,200})"/.exec(attributes)?.[1]?.replace(/\[[^\]]*\]|&quot;.*?&quot;/g, "") ?? "",
      )
    )
      own.add(attribute(attributes, "numFmtId"));
    else if (name === "cellXfs") counting = !end;
    else if (name === "xf" && counting && !end) {
      const id = attribute(attributes, "numFmtId");
      if (own.has(id) || (Number(id) >= 14 && Number(id) <= 22)) dates.add(style);
      style++;
    }
  }
  return dates;
}
