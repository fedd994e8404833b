import type { Reading } from "#domain/detector/verdict";
import { type Budget, Unreadable } from "../budget.ts";
import { pieces, tidy, unescapeReferences } from "./markup.ts";
import { type SheetText, spreadsheetText } from "./spreadsheet.ts";
import { type Entry, unpack } from "./zip.ts";

/** An office format: how its archive is known, and which entries hold words. */
interface OfficeFormat {
  readonly format: string;
  /** An entry that only this format has. */
  readonly mark: RegExp;
  readonly words: RegExp;
}

/** ECMA-376 part 1 (Word, Excel, PowerPoint) and OpenDocument 1.3 part 2. */
const formats: readonly OfficeFormat[] = [
  {
    format: "docx",
    mark: /^word\/document\d*\.xml$/,
    words: /^word\/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml$/,
  },
  {
    format: "xlsx",
    mark: /^xl\/workbook\.(?:xml|bin)$/,
    words: /^xl\/(?:worksheets\/sheet\d*|comments\d*|threadedComments\/[^/]+|drawings\/drawing\d*)\.xml$/,
  },
  {
    format: "pptx",
    mark: /^ppt\/presentation\.xml$/,
    words: /^ppt\/(?:slides|notesSlides|comments)\/[^/]+\.xml$/,
  },
  { format: "opendocument", mark: /^content\.xml$/, words: /^(?:content|styles)\.xml$/ },
];

/** Bytes of pictures beside little text from which a document is taken to be a scan. */
const scanFrom = 100_000;
/** Signs of text under which it is little. */
const littleText = 200;

const isPicture = ({ name }: Entry) => /^(?:word|xl|ppt)\/media\/|^Pictures\//.test(name);
/** Documents inside a document. */
export const isEmbedded = ({ name }: Entry) => /^(?:word|xl|ppt)\/embeddings\/|^Object [^/]*$/.test(name);

export const officeFormatOf = (entries: readonly Entry[]) =>
  formats.find(({ mark }) => entries.some(({ name }) => mark.test(name)));

/** The words of an office document; every part of the budget that it takes is taken for good. */
export async function readOffice(
  file: Blob,
  entries: readonly Entry[],
  { format, words }: OfficeFormat,
  budget: Budget,
): Promise<Reading> {
  const xml = async (name: string) => {
    const entry = entries.find((one) => one.name === name);
    return entry === undefined ? "" : (await unpack(file, entry, budget)).text();
  };
  if (format === "opendocument" && (await xml("META-INF/manifest.xml")).includes("encryption-data"))
    throw new Unreadable("locked");
  if (entries.some(({ name }) => name === "xl/workbook.bin")) throw new Unreadable("unknown-kind");
  const parts = entries.filter(({ name }) => words.test(name)).sort(byNumber);
  const sheets = format === "xlsx" ? [await xml("xl/sharedStrings.xml"), await xml("xl/styles.xml")] : [];
  const [strings = "", styles = ""] = sheets;
  const texts: string[] = [];
  let left = budget.signsLeft;
  let done = 0;
  for (const { name } of parts) {
    if (left <= 0) break;
    const part = await xml(name);
    const { text, whole } = name.startsWith("xl/worksheets/")
      ? spreadsheetText(part, strings, styles, left)
      : wordsWithin(part, left);
    texts.push(text);
    left -= text.length + between.length;
    if (!whole) break;
    done++;
  }
  budget.check();
  const text = budget.takeText(texts.filter((one) => one !== "").join(format === "xlsx" ? "\f" : between));
  const pictures = entries.filter(isPicture).reduce((sum, { packed }) => sum + packed, 0);
  const isScan = text.length < littleText && pictures >= scanFrom;
  const unreadable = done < parts.length ? "too-large" : isScan ? "too-faint" : undefined;
  return {
    text,
    format,
    read: { unit: "part", done, of: parts.length + (isScan ? 1 : 0) },
    ...(unreadable && { unreadable }),
  };
}

/** Stands between an office document's parts; a worksheet is a part of the reading of its own. */
const between = "\n\n";

function wordsWithin(xml: string, signsAtMost: number): SheetText {
  const words = wordsOf(xml);
  return { text: words.slice(0, signsAtMost), whole: words.length <= signsAtMost };
}

const numberIn = ({ name }: Entry) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
/** The document itself before its headers and notes, slides in their order. */
const byNumber = (one: Entry, other: Entry) =>
  Number(/document|content/.test(other.name)) - Number(/document|content/.test(one.name)) ||
  numberIn(one) - numberIn(other);

/** Paragraphs as lines, cells as columns; deleted text that is still in the file counts too. */
function wordsOf(xml: string): string {
  const out: string[] = [];
  let cells = 0;
  for (const { text, tag, end, single } of pieces(xml)) {
    if (text !== undefined) out.push(unescapeReferences(text));
    if (tag === undefined) continue;
    const name = tag.replace(/^\w+:/, "");
    if (name === "tc" || name === "table-cell") {
      if (single) out.push("\t");
      else if (end) {
        cells--;
        out.push("\t");
      } else cells++;
    } else if (name === "tr" || name === "table-row") out.push(end ? "\n" : "");
    else if ((name === "p" || name === "h") && (end || single)) out.push(cells > 0 ? " " : "\n");
    else if (name === "tab") out.push("\t");
    else if (name === "br" || name === "cr" || name === "line-break") out.push(cells > 0 ? " " : "\n");
    else if (name === "s") out.push(" ");
  }
  return tidy(out.join(""));
}
