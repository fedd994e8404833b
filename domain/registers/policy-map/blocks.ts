import { withoutNumber } from "./normal.ts";

/** What a policy is made of before it is cut into sentences. `lead` ends with a colon and leads up to items. */
export interface Block {
  readonly is: "heading" | "paragraph" | "item" | "row";
  readonly text: string;
}

/** Of lines whose end is trimmed: what follows the blanks is a sign. */
const bullet = /^\s*(?:[-*+\u2022\u2023\u25aa\u25cf\u25e6\u2043\u00b7\uf0b7]|o)\s+/;
const lettered = /^\s*(?:\(?[a-z]\)|\(?[ivx]{1,4}\)|[a-z]\.)\s+/i;
const numbered = /^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[A-Z]\d{1,2}(?:\.\d{1,2}){0,2}[.)]?)\s+/;
/** A number that can only be a clause's: "30 days" may be the rest of a line that was cut. */
const surelyNumbered =
  /^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|[A-Z]\d{1,2}(?:\.\d{1,2}){0,2}[.)]?)\s+/;
const ends = /[.!?:;]["'\u2019\u201d)]*$/;
const markdownHeading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/;

/** Longest heading, in signs: a longer line is a sentence whatever it lacks. */
const headingLongest = 90;
/** A line that ends before this share of the widest did not run on. */
const fullFrom = 0.72;
/** Signs from which lines are taken to be whole paragraphs, and not cut at a margin. */
const paragraphFrom = 140;

/** Cuts a text, as a reader gives it, into headings, paragraphs, items and rows of tables. */
export function blocksOf(text: string): Block[] {
  const lines = withoutFeet(
    text
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      .replace(/[\u00ad\u200b\ufeff]/g, "")
      .split(/[\n\f]/)
      .map((line) => line.replace(/\s+$/, "")),
  );
  const wrapped = margin(lines);
  const blocks: { is: Block["is"]; text: string }[] = [];
  let open: { is: Block["is"]; text: string } | undefined;
  let isApart = false;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? "";
    if (line.trim() === "") {
      isApart = true;
      continue;
    }
    // A page may end within a sentence: what begins small goes on with one that did not end.
    if (isApart && !(open && /^[a-z]/.test(line.trim()) && !ends.test(open.text))) open = undefined;
    isApart = false;
    const row = rowIn(line);
    if (row !== undefined) {
      open = undefined;
      if (row !== "") blocks.push({ is: "row", text: row });
      continue;
    }
    const goesOn = open !== undefined && !ends.test(open.text);
    const isNumbered = goesOn ? surelyNumbered.test(line) : numbered.test(line);
    const isMarked = bullet.test(line) || lettered.test(line) || isNumbered;
    if (
      open &&
      !isMarked &&
      !markdownHeading.test(line) &&
      runsOn(open.text, lines[i - 1] ?? "", line, wrapped)
    ) {
      open.text = `${open.text.replace(/(\w)-$/, "$1-")} ${line.trim()}`;
      continue;
    }
    const is = kindOf(line, lines[i - 1] ?? "", lines[i + 1] ?? "", wrapped);
    open = { is, text: bare(line, is) };
    blocks.push(open);
    if (is === "heading") open = undefined;
  }
  return blocks.map(({ is, text: words }) => ({ is, text: words.replace(/\s+/g, " ").trim() }));
}

function kindOf(line: string, before: string, after: string, wrapped: number): Block["is"] {
  if (markdownHeading.test(line)) return "heading";
  if (bullet.test(line) || lettered.test(line)) return "item";
  return isHeading(line, before, after, wrapped) ? "heading" : "paragraph";
}

/** Short, without a stop, beginning large, and standing by itself; or all in capitals. */
function isHeading(line: string, before: string, after: string, wrapped: number): boolean {
  const words = line.trim();
  if (words.length > headingLongest || ends.test(words)) return false;
  const plain = withoutNumber(words).replace(/[*_]/g, "");
  if (!/^[A-Z0-9"'\u2018\u201c\u00c0-\u00de]/.test(plain) || plain.split(/\s+/).length > 12) return false;
  if (/[A-Z]{3}/.test(plain) && plain === plain.toUpperCase()) return true;
  const alone = before.trim() === "" || ends.test(before.trim());
  const isCut = wrapped > 0 && words.length >= wrapped * fullFrom;
  const goesOn = /^[a-z(]/.test(after.trim());
  return alone && !isCut && !goesOn;
}

/** Whether a line goes on with the paragraph of the one before. */
function runsOn(open: string, before: string, line: string, wrapped: number): boolean {
  const last = before.trim();
  if (/^[a-z(,;&]/.test(line.trim()) && !ends.test(open)) return true;
  if (wrapped === 0) return false;
  return last.length >= wrapped * fullFrom;
}

/** Width at which the lines are cut; 0 where each is a whole paragraph. */
function margin(lines: readonly string[]): number {
  const long = lines.map(({ length }) => length).filter((length) => length > 30);
  long.sort((one, other) => one - other);
  const wide = long[Math.floor(long.length * 0.95)] ?? 0;
  if (wide === 0 || wide > paragraphFrom) return 0;
  const near = long.filter((length) => length > wide * 0.8).length;
  return near >= Math.max(3, long.length * 0.25) ? wide : 0;
}

/** Cells of a row, the first before a colon; '' of a rule between rows; undefined of any other line. */
function rowIn(line: string): string | undefined {
  const words = line.trim();
  if (/^\|?[\s:|-]*-{3}[\s:|-]*\|?$/.test(words) && words.includes("-")) return "";
  const cells = /^\|.*\|$/.test(words)
    ? words.slice(1, -1).split("|")
    : /\S\s*\t\s*\S/.test(words)
      ? words.split(/\t+/)
      : undefined;
  const told = cells?.map((cell) => cell.replace(/\s+/g, " ").trim()).filter((cell) => cell !== "");
  if (told === undefined || told.length < 2) return undefined;
  const [first = "", ...rest] = told;
  return isHead(told) ? "" : `${first}: ${rest.join("; ")}`;
}

const headWords =
  /^(?:(?:type|class|category|kind|name) of .*|records?|record type|what|retention(?: period)?|period|how long|keep(?: for)?|kept(?: for)?|minimum period|from|trigger|starts?(?: from)?|document|responsib\w+|who|when|action|purpose|legal basis|owner)$/i;
const isHead = (cells: readonly string[]): boolean => cells.every((cell) => headWords.test(cell));

const bare = (line: string, is: Block["is"]): string => {
  if (is === "heading") return (markdownHeading.exec(line)?.[1] ?? line).replace(/[*_]{2,}/g, "").trim();
  if (is === "item") return line.replace(bullet, "").replace(lettered, "").trim();
  return line.replace(/\*\*|__/g, "").trim();
};

/** Takes out numbers of pages and what stands at the head or foot of each. */
function withoutFeet(lines: readonly string[]): string[] {
  const shape = (line: string) => line.trim().replace(/\d+/g, "#").toLowerCase();
  const seen = new Map<string, number>();
  for (const line of lines) seen.set(shape(line), (seen.get(shape(line)) ?? 0) + 1);
  const isFoot = (line: string) => {
    const words = line.trim();
    if (/^(?:-\s*)?(?:page\s*)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?(?:\s*-)?$/i.test(words)) return true;
    if (words.length < 110 && /\bpage \d{1,3} (?:of|\/) \d{1,3}\b/i.test(words)) return true;
    const repeats = (seen.get(shape(line)) ?? 0) >= 3;
    return (
      repeats &&
      words !== "" &&
      /page|version|\bv\d|policy|\u00a9|confidential|review|issue/i.test(words) &&
      !/[.]$/.test(words)
    );
  };
  return lines.filter((line) => !isFoot(line));
}
