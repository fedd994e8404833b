import { type Inside, oneOf } from "../taken.ts";

/** What a rich text says, the files in it, and whether one of them is of a kind that nothing here opens. */
export interface RichText {
  readonly text: string;
  readonly inside: readonly Inside[];
  readonly unopened: boolean;
}

/** Destinations whose text nobody sees. */
const unseen = new Set(
  "fonttbl colortbl stylesheet themedata colorschememapping datastore latentstyles listtable pgdsctbl defchp defpap datafield listoverridetable rsidtbl generator xmlnstbl bkmkstart bkmkend filetbl revtbl pntext mmathpr fontemb panose falt objclass author operator manager company hlinkbase creatim revtim printim buptim".split(
    " ",
  ),
);
/** Destinations that are marked as ones to be skipped by readers that don't know them, and hold words or pictures. */
const seen = new Set(
  "shppict shpinst shptxt annotation atnauthor fldinst docvar userprops footnote ftnsep header footer ud formfield ffdeftext ffl ffhelptext ffstattext moMath moMathPara".split(
    " ",
  ),
);
const breaks: Readonly<Record<string, string>> = {
  par: "\n",
  line: "\n",
  page: "\n\n",
  sect: "\n\n",
  row: "\n",
  cell: "\t",
  nestcell: "\t",
  nestrow: "\n",
  tab: "\t",
  emdash: "\u2014",
  endash: "\u2013",
  lquote: "\u2018",
  rquote: "\u2019",
  ldblquote: "\u201c",
  rdblquote: "\u201d",
  bullet: "\u2022",
};

/** A control word with its number, a control sign, a brace, or a run of text (RTF 1.9.1). */
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]{1,65536})/gi;

type Data = "picture" | "object";
interface State {
  readonly hidden: boolean;
  readonly skip: number;
  readonly data: Data | undefined;
  readonly into: string[];
}

/** The text of a rich text file, its pictures and its objects. Hidden destinations and instructions are left out. */
export function richText(rtf: string): RichText {
  const shown: string[] = [];
  /** Title, subject and remarks, which stand before the text and are no part of it. */
  const about: string[] = [];
  /** What stands in destinations that no reader has to know. */
  const behind: string[] = [];
  const outer: State[] = [];
  const files: { hex: string[]; readonly kind: Data }[] = [];
  let ansi = new TextDecoder("windows-1252");
  let [hidden, skip, data]: [boolean, number, Data | undefined] = [false, 1, undefined];
  let out = shown;
  let starred = false;
  let skipped = 0;
  let binary = false;
  const plain: State = { hidden: false, skip: 1, data: undefined, into: shown };
  const begin = (kind: Data) => {
    data = kind;
    files.push({ hex: [], kind });
  };
  /** Whether each picture stands there twice, the second time for old readers. */
  const isTwice = rtf.includes("\\shppict");
  token.lastIndex = 0;
  for (let found = token.exec(rtf); found; found = token.exec(rtf)) {
    const [, word, amount, hex, sign, brace, text] = found;
    if (brace === "{") {
      outer.push({ hidden, skip, data, into: out });
      starred = false;
    } else if (brace === "}") ({ hidden, skip, data, into: out } = outer.pop() ?? { ...plain });
    else if (sign === "*") starred = true;
    else if (word === "bin" && Number(amount ?? 0) > 0) {
      token.lastIndex += Math.min(Number(amount), rtf.length);
      binary = true;
    } else if (word !== undefined && (unseen.has(word) || (word === "nonshppict" && isTwice))) hidden = true;
    else if (word === "info") out = about;
    else if (word === "pict" && !hidden) begin("picture");
    else if (word === "objdata" && !hidden) begin("object");
    else if (word !== undefined && starred) {
      // Destinations that are marked so may be skipped; whoever knows them sees what stands in them.
      if (data !== undefined && !seen.has(word)) hidden = true;
      else if (!seen.has(word) && !hidden) {
        behind.push("\n");
        out = behind;
      }
      starred = false;
    } else if (hidden) continue;
    else if (word === "ansicpg") ansi = decoderOf(Number(amount));
    else if (word === "uc") skip = Number(amount ?? 1);
    else if (word === "u") {
      out.push(String.fromCharCode(Number(amount ?? 0) & 0xffff));
      skipped = skip;
    } else if (word !== undefined) out.push(out === about ? "\n" : (breaks[word] ?? ""));
    else if (data !== undefined) {
      if (text !== undefined) files[files.length - 1]?.hex.push(text);
    } else if (hex !== undefined) {
      if (skipped > 0) skipped--;
      else out.push(ansi.decode(Uint8Array.of(Number.parseInt(hex, 16))));
    } else if (sign !== undefined) out.push(signs[sign] ?? sign);
    else if (text !== undefined) {
      const letters = text.replace(/[\r\n]/g, "");
      out.push(letters.slice(Math.min(skipped, letters.length)));
      skipped = Math.max(0, skipped - letters.length);
    }
  }
  const text = [shown, about, behind]
    .map((one) => (one === behind ? sentencesIn(one.join("")) : one.join("").trim()))
    .filter((one) => one !== "")
    .join("\n");
  const { inside, unopened } = filesOf(files);
  return { text, inside, unopened: unopened || binary };
}

/** Signs, and blanks, of what stands in such a destination from which it is a sentence and no setting. */
const [sentenceFrom, blanksOfSentence] = [20, 3];
const sentencesIn = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.length >= sentenceFrom && line.split(" ").length > blanksOfSentence)
    .join("\n");

const signs: Readonly<Record<string, string>> = {
  "~": "\u00a0",
  _: "\u2011",
  "-": "",
  "\n": "\n",
  "\r": "\n",
};

function decoderOf(page: number): TextDecoder {
  try {
    return new TextDecoder(page === 65_001 ? "utf-8" : `windows-${page}`);
  } catch {
    return new TextDecoder("windows-1252");
  }
}

/** Signs by which a file begins inside an object's own head: ZIP, compound file, PDF. */
const heads = ["504b0304", "d0cf11e0a1b11ae1", "25504446"];

function filesOf(files: readonly { hex: readonly string[]; kind: Data }[]): Omit<RichText, "text"> {
  const inside: Inside[] = [];
  let unopened = false;
  for (const { hex, kind } of files) {
    const digits = hex
      .join("")
      .replace(/[^0-9a-f]/gi, "")
      .toLowerCase();
    if (digits === "") continue;
    const at = kind === "picture" ? 0 : Math.min(...heads.map((head) => digits.indexOf(head)).map(orNever));
    if (at === Number.POSITIVE_INFINITY) unopened = true;
    else inside.push(oneOf(bytesOf(digits.slice(at - (at % 2)))));
  }
  return { inside, unopened };
}

const orNever = (place: number) => (place === -1 ? Number.POSITIVE_INFINITY : place);

function bytesOf(digits: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor(digits.length / 2));
  for (let place = 0; place < bytes.length; place++)
    bytes[place] = Number.parseInt(digits.slice(place * 2, place * 2 + 2), 16);
  return bytes;
}
