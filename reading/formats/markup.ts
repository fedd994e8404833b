import { partEnd } from "#domain/detector/sections";
import { singleBlanks } from "../blanks.ts";

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "\u2013",
  mdash: "\u2014",
  rsquo: "\u2019",
  lsquo: "\u2018",
  pound: "\u00a3",
  shy: "\u00ad",
  eacute: "\u00e9",
};

/** Replaces character references; an unknown one stays. */
export function unescapeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,10}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named[name] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

/** A tag, a comment or a run of text. */
export interface Piece {
  readonly text?: string;
  readonly tag?: string;
  /** Attributes as they stand. */
  readonly attributes?: string;
  readonly end?: boolean;
  /** `<x/>`. */
  readonly single?: boolean;
  /** What a comment or an instruction holds. */
  readonly remark?: string;
}

/** What begins a tag, a comment or an instruction; any other `<` is text. */
const opening = /<(?:(\/?)([A-Za-z_][\w:.-]*)|[!?])/g;

/** Takes markup apart, in one pass: each sign is looked at a few times at most. What is no whole tag is text. */
export function* pieces(markup: string): Generator<Piece> {
  for (let place = 0; place < markup.length; ) {
    opening.lastIndex = place;
    const found = opening.exec(markup);
    const close = found === null ? -1 : endOf(markup, found.index);
    if (found === null || close === -1) return yield { text: markup.slice(place) };
    const { 0: begun, 1: slash, 2: tag, index: open } = found;
    if (open > place) yield { text: markup.slice(place, open) };
    if (tag !== undefined)
      yield {
        tag,
        attributes: markup.slice(open + begun.length, close),
        end: slash === "/",
        single: markup[close - 1] === "/",
      };
    else if (markup.startsWith(unparsed, open))
      yield { text: markup.slice(open + unparsed.length, close - 2).replaceAll("&", "&amp;") };
    else if (markup.startsWith("<!--", open)) yield { remark: markup.slice(open + 4, close - 2) };
    else if (begun === "<?") yield { remark: markup.slice(open + 2, close) };
    place = close + 1;
  }
}

const unparsed = "<![CDATA[";

function endOf(markup: string, open: number): number {
  if (markup.startsWith("<!--", open)) {
    const end = markup.indexOf("-->", open + 4);
    return end === -1 ? -1 : end + 2;
  }
  if (markup.startsWith(unparsed, open)) {
    const end = markup.indexOf("]]>", open + unparsed.length);
    return end === -1 ? -1 : end + 2;
  }
  return tagEnd(markup, open);
}

/** Where a tag ends: at the first `>` that stands in no quotes. Quotes that are never closed count as none. */
function tagEnd(markup: string, open: number): number {
  for (let at = open + 1; ; ) {
    const end = markup.indexOf(">", at);
    if (end === -1) return -1;
    const quote = openQuote(markup, at, end);
    // A quoted value is looked through up to a bound, so that open quotes by the thousand cost no square of their number.
    const close = quote === undefined ? -1 : markup.slice(end, end + valueAtMost).indexOf(quote);
    if (close === -1) return end;
    at = end + close + 1;
  }
}

/** Signs of a value that go on after a `>` in it. A value of data has none. */
const valueAtMost = 2_000;

/** The quote that a value began with and that is still open; only `=` begins a value. */
function openQuote(markup: string, from: number, to: number): string | undefined {
  let open: string | undefined;
  let begins = false;
  for (let at = from; at < to; at++) {
    const sign = markup[at];
    if (open !== undefined) {
      if (sign === open) open = undefined;
    } else if (begins && (sign === '"' || sign === "'")) open = sign;
    begins = sign === "=" || (begins && sign === " ");
  }
  return open;
}

/** An attribute's value in either kind of quotes, or without any; '' where it isn't there. */
export function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|[\\s"'/])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  );
  return unescapeReferences(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

/** Signs of a comment from which it can be words about somebody. */
const remarkFrom = 40;

/** Names and values of an XML document, one element a line: `given: Ada`, `id extension="9990000018":`. */
export function xmlText(markup: string): string {
  const out: string[] = [];
  const remarks: string[] = [];
  for (const { text, tag, attributes = "", end, remark = "" } of pieces(markup)) {
    if (remark.length >= remarkFrom) remarks.push(singleBlanks(remark).trim());
    if (text !== undefined) out.push(singleBlanks(unescapeReferences(text)));
    else if (tag !== undefined && !end)
      out.push(
        `\n${tag.replace(/^[\w.-]+:/, "")}${singleBlanks(unescapeReferences(attributes)).replace(/\s?\/$/, "")}: `,
      );
  }
  return [tidy(out.join("")), remarks.join("\n")].filter((one) => one !== "").join(partEnd);
}

/** Lines without spaces at their ends and without empty lines; a tab is a column and stays. */
export const tidy = (text: string): string =>
  text
    .split("\n")
    .map(withoutSpaces)
    .filter((line) => line !== "")
    .join("\n")
    .trim();

function withoutSpaces(line: string): string {
  let [from, to] = [0, line.length];
  while (to > 0 && (line[to - 1] === " " || line[to - 1] === "\u00a0")) to--;
  while (from < to && line[from] === " ") from++;
  return line.slice(from, to);
}
