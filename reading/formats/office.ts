import { type Budget, Unreadable } from "../budget.ts";
import type { Inside, Taken } from "../taken.ts";
import { filesWithin } from "./base64.ts";
import { attributeOf, pieces, tidy, unescapeReferences, xmlText } from "./markup.ts";
import { type SheetText, sheetsOf, spreadsheetText } from "./spreadsheet.ts";
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
 * Parts that hold nothing of a person: how the document looks and how its parts hang together, the office program's own
 * state, code, and pictures of its own pages. Every other part is read, and so is a file of another kind in their folders.
 */
const holdsNothing =
  /(?:^|\/)(?:\[Content_Types\]\.xml|_rels\/[^/]*\.rels|mimetype|META-INF\/[^/]+\.(?:xml|rdf)|Configurations2\/.+\.xml|layout-cache|manifest\.rdf|settings\.xml|docProps\/app\.xml|theme\/[^/]+\.xml|theme\/_rels\/[^/]*|styles[^/]*\.xml|stylesWithEffects\.xml|webSettings\.xml|fontTable\.xml|fonts?\/[^/]+\.(?:odttf|fntdata|ttf|otf)|Fonts\/[^/]+\.(?:ttf|otf)|numbering\.xml|people\.xml|comments(?:Ids|Extended|Extensible)[^/]*\.xml|printerSettings[^/]*\.bin|calcChain\.xml|presProps\.xml|viewProps\.xml|tableStyles\.xml|commentAuthors[^/]*\.xml|authors\.xml|metadata\.xml|persons\/[^/]+\.xml|sharedStrings\.xml|vbaProject[^/]*\.bin|vbaData\.xml|diagrams\/(?:colors|quickStyle|layout|drawing)\d*\.xml|itemProps\d*\.xml|style\d+\.xml|attachedToolbars\.bin|(?:Basic|Dialogs|Scripts)\/.+\.(?:xml|xlb|xba|py|js|bsh))$/i;
/** Pictures of a document's own pages, or of an object in it that is read. */
const ofItself = /(?:^|\/)(?:Thumbnails\/|docProps\/thumbnail\.|ObjectReplacements\/|theme\/media\/)/i;
/** Bytes of such a picture from which it is large enough for its words to be made out. */
const legibleFrom = 60_000;
/** What stands beside the slides: only what isn't a place to be filled shows on them. */
const masters = /^ppt\/(?:slideMasters|slideLayouts|notesMasters|handoutMasters)\/[^/]+\.xml$/;

const isXml = /\.(?:xml|vml|rdf|svg)$/i;
/** Parts whose words stand in attributes: what a pivot table or a link to another workbook keeps of its source, controls. */
const inAttributes =
  /^xl\/(?:pivotCache|externalLinks|tables|queryTables|connections|slicers|slicerCaches|timelines)|^customXml\/|^customUI\/|\/(?:activeX|tags|ctrlProps)\//;
const aboutTheDocument = /^docProps\/|^meta\.xml$/;
/** Strokes of a pen, which say words only to whoever looks at them. */
const handwritten = /\/ink\/ink\d*\.xml$/;
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
    .filter((entry) => !isXml.test(entry.name) && (!ofItself.test(entry.name) || entry.packed >= legibleFrom))
    .map((entry) => () => unpack(file, entry, budget));
  const sheets = format === "xlsx" ? await sheetsOf(xml) : undefined;
  const texts: string[] = [];
  let left = budget.signsLeft;
  let done = 0;
  let strange: Taken["unreadable"];
  for (const { name } of parts) {
    if (left <= 0) break;
    const part = await xml(name);
    const { text, whole, beyond } =
      sheets && name.startsWith("xl/worksheets/")
        ? spreadsheetText(part, sheets, left)
        : wordsWithin(name, part, left);
    if (carriesFiles.test(name)) inside.push(...filesWithin(part));
    if (handwritten.test(name)) strange = "picture";
    texts.push(text);
    left -= text.length + between.length;
    if (!whole) break;
    if (beyond) strange ??= "part";
    done++;
  }
  budget.check();
  texts.push(
    await besideText(entries, xml),
    sheets ? cut([...sheets.strings].filter((_, at) => !sheets.used.has(at)).join("\n"), left) : "",
  );
  const text = budget.takeText(texts.filter((one) => one !== "").join(format === "xlsx" ? "\f" : between));
  return {
    text,
    format,
    read: { unit: "part", done, of: parts.length },
    unreadable: done < parts.length ? "too-large" : strange,
    inside,
  };
}

const cut = (text: string, signs: number) => text.slice(0, Math.max(0, signs));

/** Parts that say where others are: addresses outside the document are words that it holds. */
const relations = /(?:^|\/)_rels\/[^/]+\.rels$/;
/** Parts of this kind that are looked through. */
const relationsAtMost = 400;

/** What stands in parts that hold no words of their own: addresses that are linked to, and variables of the document. */
async function besideText(
  entries: readonly Entry[],
  xml: (name: string) => Promise<string>,
): Promise<string> {
  const found: string[] = [];
  const linking = entries.filter(({ name }) => relations.test(name) && !/\/theme\//.test(name));
  for (const { name } of linking.slice(0, relationsAtMost))
    for (const { tag, attributes = "" } of pieces(await xml(name)))
      if (tag === "Relationship" && /TargetMode\s*=\s*["']External/.test(attributes))
        found.push(unescapedAddress(attributeOf(attributes, "Target")));
  for (const { tag, attributes = "" } of pieces(await xml("word/settings.xml")))
    if (tag === "w:docVar" || tag === "w:query") found.push(attributeOf(attributes, "w:val"));
  return [...new Set(found)].filter((one) => one !== "").join("\n");
}

/** An address holds words where it writes a message or asks for something; any other one only says where something is. */
function unescapedAddress(address: string): string {
  if (!/%20|\+| /.test(address)) return "";
  try {
    return decodeURIComponent(address.replaceAll("+", " "));
  } catch {
    return address;
  }
}

/** Stands between an office document's parts; a worksheet is a part of the reading of its own. */
const between = "\n\n";

function wordsWithin(name: string, xml: string, signsAtMost: number): SheetText {
  const words = aboutTheDocument.test(name)
    ? aboutOf(xml)
    : name === "xl/workbook.xml"
      ? sheetNames(xml)
      : masters.test(name)
        ? wordsOf(withoutPlaces(xml))
        : inAttributes.test(name)
          ? xmlText(xml)
          : wordsOf(xml);
  return { text: words.slice(0, signsAtMost), whole: words.length <= signsAtMost };
}

/** A master without its places to be filled, whose words no slide shows. */
const withoutPlaces = (xml: string) =>
  xml
    .split(/(?=<p:(?:sp|pic|graphicFrame|cxnSp)>)/)
    .filter((shape) => !/<p:ph\b/.test(shape))
    .join("");

const numberIn = ({ name }: Entry) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
/** The document itself before its headers and notes, slides in their order. */
const byNumber = (one: Entry, other: Entry) =>
  Number(/document|content/.test(other.name)) - Number(/document|content/.test(one.name)) ||
  numberIn(one) - numberIn(other);

/** Names of sheets, and texts that names of the workbook stand for. */
const sheetNames = (xml: string) =>
  [...pieces(xml)]
    .flatMap(({ text = "", tag, attributes = "" }) =>
      tag === "sheet"
        ? [attributeOf(attributes, "name")]
        : /"[^"]{8}/.test(text)
          ? [unescapeReferences(text)]
          : [],
    )
    .join("\n");

/** What a document is said to be about; who wrote it and when is no part of what it says. */
function aboutOf(xml: string): string {
  const out: string[] = [];
  let inside = false;
  for (const { text, tag, attributes = "", end, single } of pieces(xml)) {
    if (tag === "property" && !end) out.push(attributeOf(attributes, "name"), ": ");
    if (text !== undefined && inside) out.push(unescapeReferences(text), "\n");
    if (tag !== undefined)
      inside =
        !end &&
        !single &&
        /^(?:title|subject|keywords?|description|category|lpwstr|user-defined)$/i.test(
          tag.replace(/^\w+:/, ""),
        );
  }
  return tidy(out.join(""));
}

/**
 * Elements with attributes that hold words: what a picture is said to show, labels, choices and first values of fields,
 * letters drawn along a line, and in OpenDocument what is hidden or stands for something.
 */
const spoken: Readonly<Record<string, readonly string[]>> = {
  docPr: ["descr", "title"],
  cNvPr: ["descr", "title"],
  textpath: ["string"],
  alias: ["w:val"],
  listItem: ["w:displayText"],
  default: ["w:val"],
  helpText: ["w:val"],
  statusText: ["w:val"],
  fldSimple: ["w:instr"],
  "hidden-text": ["text:string-value"],
  "conditional-text": ["text:string-value-if-true", "text:string-value-if-false"],
  "user-field-decl": ["office:string-value"],
  "variable-set": ["office:string-value"],
  textarea: ["form:current-value", "form:value"],
  text: ["form:current-value", "form:value"],
  "formatted-text": ["form:current-value", "form:value"],
  combobox: ["form:current-value", "form:value"],
  item: ["form:label"],
  option: ["form:label"],
  checkbox: ["form:label"],
  table: ["table:name"],
};

/** Signs of an attribute from which it says something. */
const saidFrom = 8;

const spokenIn = (name: string, attributes: string): string[] =>
  (spoken[name] ?? [])
    .map((one) => (attributes.includes(one) ? attributeOf(attributes, one) : ""))
    .filter((words) => words.length >= saidFrom)
    .map((words) => ` ${words} `);

/** A sign of a font of symbols, whose places for private use repeat those of the letters. */
function symbolOf(attributes: string): string {
  const point = Number.parseInt(attributeOf(attributes, "w:char"), 16);
  return Number.isNaN(point)
    ? ""
    : String.fromCharCode(point >= 0xf020 && point <= 0xf0ff ? point - 0xf000 : point);
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
    if (name === "sym") out.push(symbolOf(attributes));
    else if (!end && attributes !== "") out.push(...spokenIn(name, attributes));
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
