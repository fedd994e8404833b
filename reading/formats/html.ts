import { partEnd } from "#domain/detector/sections";
import { singleBlanks } from "../blanks.ts";
import { type Inside, oneOf } from "../taken.ts";
import { blobsOfData, filesWithin } from "./base64.ts";
import { sentencesOfCode } from "./code.ts";
import { attributeOf, pieces, tidy, unescapeReferences } from "./markup.ts";

/** What a page says, and the files that it carries in its own addresses. */
export interface Page {
  readonly text: string;
  readonly inside: readonly Inside[];
}

const silent = new Set(["script", "style"]);
const lineTags = new Set(
  "p div br li tr h1 h2 h3 h4 h5 h6 section article header footer table ul ol dt dd pre hr title option form fieldset legend label textarea".split(
    " ",
  ),
);
/** Attributes whose words a reader is shown or told. */
const spoken = /\b(?:alt|title|placeholder|aria-label|summary)\s*=/i;
/** Attributes whose words only programs read. */
const unspoken = /\sdata-[\w-]{1,60}\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
/** Pages inside pages that are looked at. */
const deepest = 3;

/** What a reader of the page would see, with what stands in its fields and in pages inside it. */
export function htmlPage(markup: string, depth = 0): Page {
  const out: string[] = [];
  const inside: Inside[] = [];
  /** What stands in the page and is not shown, as it is. */
  const behind: string[] = [];
  let skipping = "";
  for (const { text, tag, attributes = "", end, remark } of pieces(markup)) {
    if (remark !== undefined) behind.push(wordsOfRemark(remark));
    if (text !== undefined && skipping) {
      behind.push(...sentencesOfCode(text));
      if (text.includes("data:")) inside.push(...blobsOfData(text));
    }
    if (text !== undefined && !skipping)
      out.push(unescapeReferences(text).replace(/[ \t\r\n]{1,4096}/g, " "));
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (skipping) {
      if (end && name === skipping) skipping = "";
      continue;
    }
    if (attributes.includes("data:")) inside.push(...dataIn(attributes));
    // Data that a page carries for its scripts are words as well.
    if (silent.has(name) && !end && !/\btype\s*=\s*["']?application\/(?:ld\+)?json/i.test(attributes))
      skipping = name;
    else if (name === "td" || name === "th") out.push(end ? "\t" : "");
    else if (name === "input")
      out.push(` ${attributeOf(attributes, "value")} ${attributeOf(attributes, "placeholder")} `);
    else if (name === "meta") behind.push(attributeOf(attributes, "content"));
    else if (name === "iframe" && depth < deepest) {
      const page = htmlPage(attributeOf(attributes, "srcdoc"), depth + 1);
      out.push("\n", page.text, "\n");
      inside.push(...page.inside);
    } else if (lineTags.has(name)) out.push("\n");
    if (!end && attributes.includes("data-"))
      for (const [, double, single] of attributes.matchAll(unspoken))
        behind.push(unescapeReferences(double ?? single ?? ""));
    if (!end && name !== "input" && spoken.test(attributes))
      out.push(
        ...["alt", "title", "placeholder", "aria-label", "summary"].map(
          (one) => ` ${attributeOf(attributes, one)} `,
        ),
      );
  }
  const shown = tidy(out.join(""));
  const hidden = [...new Set(behind)].filter(isSentence).join("\n");
  return {
    text: hidden === "" ? shown : `${shown}${partEnd}${hidden}`,
    inside: depth === 0 ? [...inside, ...filesWithin(withoutData(markup))] : inside,
  };
}

/** Files of the addresses in a tag: one in quotes may have blanks in it. */
function dataIn(attributes: string): Inside[] {
  const whole = ["src", "href", "data"].map((one) => attributeOf(attributes, one));
  const plain = whole.filter((one) => /^data:[^,]*,/i.test(one) && /[\s<>()]/.test(one));
  if (plain.length === 0) return blobsOfData(unescapeReferences(attributes));
  return plain.map((one) => oneOf(new TextEncoder().encode(unescaped(one.slice(one.indexOf(",") + 1)))));
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Signs, and blanks, of what isn’t shown from which it is a sentence and not a setting. */
const [sentenceFrom, blanksOfSentence] = [20, 3];
const isSentence = (text: string) => text.length >= sentenceFrom && text.split(" ").length > blanksOfSentence;

/** Words of a remark, which can hold markup itself: a piece that was taken out, or what one browser alone is shown. */
const wordsOfRemark = (remark: string) =>
  tidy(
    [...pieces(remark)]
      .map(({ text }) => (text === undefined ? " " : singleBlanks(unescapeReferences(text))))
      .join(""),
  );

/** Files of addresses are taken from these, and not a second time. */
const withoutData = (markup: string) =>
  markup.includes("data:")
    ? markup.replace(/data:[\w.+/-]{0,100}(?:;[\w=.-]{1,60}){0,5},[^"'\s)<>]*/gi, "")
    : markup;
