import { type Block, blocksOf } from "./blocks.ts";
import type { PolicyLine } from "./states.ts";

/** Words before a stop that ends no sentence. */
const shortened =
  /(?:^|[\s(])(?:e\.g|i\.e|art|arts|no|nos|dr|mr|mrs|ms|prof|st|s|ss|reg|regs|para|paras|sch|cf|vs|approx|tel|ext|dept|inc|ltd|p|pp|vol)\.$/i;

/** Signs that one sentence may have before it is cut at a semicolon or a blank. */
export const sentenceLongest = 1_000;

/** The sentences of a paragraph. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  const stops = /[.!?]+["'\u2019\u201d)\]]*(?=\s)/g;
  for (let stop = stops.exec(paragraph); stop; stop = stops.exec(paragraph)) {
    const end = stop.index + stop[0].length;
    const before = paragraph.slice(from, end);
    const next = paragraph.slice(end).trimStart().charAt(0);
    // "etc." ends a sentence where the next begins with a capital, which is asked below.
    if (shortened.test(before) || /(?:^|\s)[A-Z]\.$/.test(before) || /^[a-z,;]/.test(next)) continue;
    if (/^\s*(?:[A-Z]?\d{1,2}(?:\.\d{1,2})*|[A-Za-z])\.$/.test(before)) continue;
    sentences.push(before.trim());
    from = end;
  }
  sentences.push(paragraph.slice(from).trim());
  return sentences.filter((one) => /[A-Za-z0-9]/.test(one)).flatMap(cut);
}

/** A sentence that nobody could look at whole, in parts. */
function cut(sentence: string): string[] {
  if (sentence.length <= sentenceLongest) return [sentence];
  const place = Math.max(
    sentence.lastIndexOf("; ", sentenceLongest - 1),
    sentence.lastIndexOf(" ", sentenceLongest - 1),
  );
  const at = place > 200 ? place + 1 : sentenceLongest;
  return [sentence.slice(0, at).trim(), ...cut(sentence.slice(at).trim())].filter((one) => one !== "");
}

/** Signs of a heading that are kept with its sentences. */
const sectionLongest = 200;

/** A policy's text as its lines, in its order: headings, sentences, items of lists, rows of tables. */
export function linesOf(text: string): PolicyLine[] {
  const lines: PolicyLine[] = [];
  let section = "";
  let lead = "";
  const add = (block: Block): void => {
    if (block.is === "heading") {
      section = block.text.slice(0, sectionLongest);
      lead = "";
      lines.push({ kind: "heading", section, lead: "", text: block.text });
    } else if (block.is === "paragraph") {
      const sentences = sentencesOf(block.text);
      const last = sentences[sentences.length - 1] ?? "";
      lead = last.endsWith(":") ? last : "";
      for (const one of sentences) lines.push({ kind: "sentence", section, lead: "", text: one });
    } else if (block.is === "row")
      for (const one of cut(block.text)) lines.push({ kind: "row", section, lead: "", text: one });
    else for (const one of itemsOf(block.text)) lines.push({ kind: "item", section, lead, text: one });
  };
  for (const block of blocksOf(text)) add(block);
  return lines;
}

/** An item is one promise, unless it is made of whole sentences. */
function itemsOf(text: string): string[] {
  const sentences = sentencesOf(text);
  const areWhole = sentences.every((one) => /^["'\u2018\u201c(]?[A-Z0-9]/.test(one));
  return areWhole || sentences.length < 2 ? sentences : cut(text);
}
