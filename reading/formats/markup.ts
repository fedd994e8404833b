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
}

/** Takes markup apart, in one pass; what is no whole tag is text. */
export function* pieces(markup: string): Generator<Piece> {
  for (let place = 0; place < markup.length; ) {
    const open = markup.indexOf("<", place);
    if (open === -1) return yield { text: markup.slice(place) };
    if (open > place) yield { text: markup.slice(place, open) };
    const close = endOf(markup, open);
    if (close === -1) return yield { text: markup.slice(open) };
    const inside = markup.slice(open + 1, close);
    const found = /^(\/?)([A-Za-z_][\w:.-]*)/.exec(inside);
    if (inside.startsWith("![CDATA[")) yield { text: inside.slice(8, -2).replaceAll("&", "&amp;") };
    else if (found)
      yield {
        tag: found[2] ?? "",
        attributes: inside.slice(found[0].length),
        end: found[1] === "/",
        single: inside.endsWith("/"),
      };
    else if (!/^[!?]/.test(inside)) yield { text: "<" };
    place = found || /^[!?]/.test(inside) ? close + 1 : open + 1;
  }
}

function endOf(markup: string, open: number): number {
  if (markup.startsWith("<!--", open)) {
    const end = markup.indexOf("-->", open + 4);
    return end === -1 ? -1 : end + 2;
  }
  if (markup.startsWith("<![CDATA[", open)) {
    const end = markup.indexOf("]]>", open + 9);
    return end === -1 ? -1 : end + 2;
  }
  return markup.indexOf(">", open + 1);
}

const silent = new Set(["script", "style", "template", "noscript"]);
const lineTags = new Set(
  "p div br li tr h1 h2 h3 h4 h5 h6 section article header footer table ul ol dt dd pre hr title option form fieldset legend label textarea".split(
    " ",
  ),
);

/** What a reader of the page would see, with what stands in its fields. */
export function htmlText(markup: string): string {
  const out: string[] = [];
  let skipping = "";
  for (const { text, tag, attributes = "", end } of pieces(markup)) {
    if (text !== undefined && !skipping) out.push(unescapeReferences(text).replace(/[ \t\r\n]+/g, " "));
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (skipping) {
      if (end && name === skipping) skipping = "";
    } else if (silent.has(name) && !end) skipping = name;
    else if (name === "td" || name === "th") out.push(end ? "\t" : "");
    else if (name === "input")
      out.push(` ${unescapeReferences(/\bvalue\s*=\s*"([^"]*)"/i.exec(attributes)?.[1] ?? "")} `);
    else if (lineTags.has(name)) out.push("\n");
  }
  return tidy(out.join(""));
}

/** Names and values of an XML document, one element a line: `given: Ada`, `id extension="9990000018":`. */
export function xmlText(markup: string): string {
  const out: string[] = [];
  for (const { text, tag, attributes = "", end } of pieces(markup)) {
    if (text !== undefined) out.push(unescapeReferences(text).replace(/\s+/g, " "));
    else if (tag !== undefined && !end)
      out.push(
        `\n${tag.replace(/^[\w.-]+:/, "")}${unescapeReferences(attributes)
          .replace(/\s+/g, " ")
          .replace(/\s?\/$/, "")}: `,
      );
  }
  return tidy(out.join(""));
}

export const tidy = (text: string) => text.replace(/[ \u00a0]*\n[ \n]*/g, "\n").trim();
