import { type Budget, Unreadable } from "../budget.ts";
import type { Inside, Taken } from "../taken.ts";
import { filesWithin } from "./base64.ts";
import { attributeOf, pieces, tidy, unescapeReferences, xmlText } from "./markup.ts";
import { type SheetText, spreadsheetText } from "./spreadsheet.ts";
import { type Entry, unpack } from "./zip.ts";

/** An office format: how its archive is known, and which entries are its own. */
interface OfficeFormat {
  readonly format: string;
  /** An entry that only this format has. */
  readonly mark: RegExp;
  /** Where its words stand, in their order; all other parts are read after these. */
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

/**
 * Parts that hold nothing of a person: how the document looks and how its parts hang together, masters and layouts of
 * slides, the office program's own state, code, and pictures of its own pages. Every other part is read.
 */
const holdsNothing =
  /(?:^|\/)(?:\[Content_Types\]\.xml|_rels\/|mimetype$|META-INF\/|Configurations2\/|Thumbnails\/|ObjectReplacements\/|layout-cache$|manifest\.rdf$|settings\.xml$|docProps\/(?:app\.xml|thumbnail\.)|theme\/|styles[^/]*\.xml$|stylesWithEffects|webSettings\.xml$|fontTable\.xml$|numbering\.xml$|people\.xml$|commentsIds|commentsExtended|commentsExtensible|fonts?\/|slideMasters\/|slideLayouts\/|notesMasters\/|handoutMasters\/|printerSettings|calcChain|presProps\.xml$|viewProps\.xml$|tableStyles\.xml$|commentAuthors|authors\.xml$|metadata\.xml$|persons\/|sharedStrings\.xml$|vbaProject|vbaData\.xml$|diagrams\/(?:colors|quickStyle|layout|drawing)\d*\.xml$|itemProps\d*\.xml$|style\d+\.xml$|attachedToolbars|customizations\.xml$|Basic\/|Dialogs\/|Scripts\/)/i;

const isXml = /\.(?:xml|vml|rdf|svg)$/i;
/** Parts of tables whose words stand in attributes: what a pivot table or a link to another workbook keeps of its source. */
const inAttributes =
  /^xl\/(?:pivotCache|externalLinks|tables|queryTables|connections|slicers|slicerCaches|timelines)|^customXml\//;
const aboutTheDocument = /^docProps\/|^meta\.xml$/;
/** Parts that can carry files as Base64. */
const carriesFiles = /\.svg$|^customXml\//;

export const officeFormatOf = (entries: readonly Entry[]) =>
  formats.find(({ mark }) => entries.some(({ name }) => mark.test(name)));

/** What an office document says, and what is in it: every part is read here, or handed on to be read by its bytes. */
export async function readOffice(
  file: Blob,
  entries: readonly Entry[],
  { format, words }: OfficeFormat,
  budget: Budget,
): Promise<Taken> {
  const xml = async (name: string) => {
    const entry = entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return entry === undefined ? "" : (await unpack(file, entry, budget)).text();
  };
  if (format === "opendocument" && (await xml("META-INF/manifest.xml")).includes("encryption-data"))
    throw new Unreadable("locked");
  const main = entries.filter(({ name }) => words.test(name)).sort(byNumber);
  const others = entries.filter(({ name }) => !words.test(name) && !holdsNothing.test(name));
  const parts = [...main, ...others.filter(({ name }) => isXml.test(name)).sort(byNumber)];
  const inside: Inside[] = others
    .filter(({ name }) => !isXml.test(name))
    .map((entry) => () => unpack(file, entry, budget));
  const sheets = format === "xlsx" ? [await xml("xl/sharedStrings.xml"), await xml("xl/styles.xml")] : [];
  const [strings = "", styles = ""] = sheets;
  const texts: string[] = [];
  let left = budget.signsLeft;
  let done = 0;
  let strange = false;
  for (const { name } of parts) {
    if (left <= 0) break;
    const part = await xml(name);
    const { text, whole, beyond } = name.startsWith("xl/worksheets/")
      ? spreadsheetText(part, strings, styles, left)
      : wordsWithin(name, part, left);
    if (carriesFiles.test(name)) inside.push(...filesWithin(part));
    texts.push(text);
    left -= text.length + between.length;
    if (!whole) break;
    if (beyond) strange = true;
    done++;
  }
  budget.check();
  const text = budget.takeText(texts.filter((one) => one !== "").join(format === "xlsx" ? "\f" : between));
  return {
    text,
    format,
    read: { unit: "part", done, of: parts.length },
    unreadable: done < parts.length ? "too-large" : strange ? "part" : undefined,
    inside,
  };
}

/** Stands between an office document's parts; a worksheet is a part of the reading of its own. */
const between = "\n\n";

function wordsWithin(name: string, xml: string, signsAtMost: number): SheetText {
  const words = aboutTheDocument.test(name)
    ? aboutOf(xml)
    : name === "xl/workbook.xml"
      ? sheetNames(xml)
      : inAttributes.test(name)
        ? xmlText(xml)
        : wordsOf(xml);
  return { text: words.slice(0, signsAtMost), whole: words.length <= signsAtMost };
}

const numberIn = ({ name }: Entry) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
/** The document itself before its headers and notes, slides in their order. */
const byNumber = (one: Entry, other: Entry) =>
  Number(/document|content/.test(other.name)) - Number(/document|content/.test(one.name)) ||
  numberIn(one) - numberIn(other);

const sheetNames = (xml: string) =>
  [...pieces(xml)]
    .flatMap(({ tag, attributes = "" }) => (tag === "sheet" ? [attributeOf(attributes, "name")] : []))
    .join("\n");

/** What a document is said to be about; who wrote it and when is no part of what it says. */
function aboutOf(xml: string): string {
  const out: string[] = [];
  let inside = false;
  for (const { text, tag, end, single } of pieces(xml)) {
    if (text !== undefined && inside) out.push(unescapeReferences(text), "\n");
    if (tag !== undefined)
      inside =
        !end &&
        !single &&
        /^(?:title|subject|keywords?|description|category|lpwstr)$/i.test(tag.replace(/^\w+:/, ""));
  }
  return tidy(out.join(""));
}

/** Paragraphs as lines, cells as columns; deleted text that is still in the file counts too. */
function wordsOf(xml: string): string {
  const out: string[] = [];
  let cells = 0;
  for (const { text, tag, attributes = "", end, single } of pieces(xml)) {
    // A line end between elements is how the file is laid out, and one in a text shows as a space.
    if (text !== undefined && !/^\s*\n\s*$/.test(text))
      out.push(unescapeReferences(text.replace(/[\r\n]+/g, " ")));
    if (tag === undefined) continue;
    const name = tag.replace(/^\w+:/, "");
    // What a picture is said to show.
    if ((name === "docPr" || name === "cNvPr") && attributes.includes("descr="))
      out.push(` ${attributeOf(attributes, "descr")} `);
    if (name === "tc" || name === "table-cell") {
      if (single) out.push("\t");
      else if (end) {
        cells--;
        out.push("\t");
      } else cells++;
    } else if (name === "tr" || name === "table-row") out.push(end ? "\n" : "");
    else if ((name === "p" || name === "h") && (end || single)) out.push(cells > 0 ? " " : "\n");
    // A value of a chart stands by itself.
    else if (name === "v" && end) out.push("\n");
    else if (name === "tab") out.push("\t");
    else if (name === "br" || name === "cr" || name === "line-break") out.push(cells > 0 ? " " : "\n");
    else if (name === "s") out.push(" ");
  }
  return tidy(out.join(""));
}
