import type { Inside } from "../taken.ts";
import { blobsOfData } from "./base64.ts";
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
/** Pages inside pages that are looked at. */
const deepest = 3;

/** What a reader of the page would see, with what stands in its fields and in pages inside it. */
export function htmlPage(markup: string, depth = 0): Page {
  const out: string[] = [];
  const inside: Inside[] = [];
  let skipping = "";
  for (const { text, tag, attributes = "", end } of pieces(markup)) {
    if (text !== undefined && !skipping) out.push(unescapeReferences(text).replace(/[ \t\r\n]+/g, " "));
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (skipping) {
      if (end && name === skipping) skipping = "";
      continue;
    }
    if (attributes.includes("data:")) inside.push(...blobsOfData(unescapeReferences(attributes)));
    // Data that a page carries for its scripts are words as well.
    if (silent.has(name) && !end && !/\btype\s*=\s*["']?application\/(?:ld\+)?json/i.test(attributes))
      skipping = name;
    else if (name === "td" || name === "th") out.push(end ? "\t" : "");
    else if (name === "input")
      out.push(` ${attributeOf(attributes, "value")} ${attributeOf(attributes, "placeholder")} `);
    else if (name === "iframe" && depth < deepest) {
      const page = htmlPage(attributeOf(attributes, "srcdoc"), depth + 1);
      out.push("\n", page.text, "\n");
      inside.push(...page.inside);
    } else if (lineTags.has(name)) out.push("\n");
    if (!end && name !== "input" && spoken.test(attributes))
      out.push(
        ...["alt", "title", "placeholder", "aria-label", "summary"].map(
          (one) => ` ${attributeOf(attributes, one)} `,
        ),
      );
  }
  return { text: tidy(out.join("")), inside };
}
