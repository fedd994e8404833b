import type { Recogniser, Section, Seen } from "../recogniser.ts";
import { capitalForms, shortForms } from "../words/short-forms.ts";

/** A word with no more than a stroke, an and, a hyphen or an apostrophe in it. */
const form = /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]{0,5}(?:['&/-][A-Za-z]{1,4})?(?![A-Za-z0-9])/g;
/** Forms that are told of one section. */
const most = 400;

const isForm = (word: string): boolean => capitalForms.has(word) || shortForms.has(word.toLowerCase());

function* seeForms({ text }: Section): Generator<Seen> {
  let seen = 0;
  for (const { 0: word, index } of text.matchAll(form)) {
    if (!isForm(word)) continue;
    yield { start: index, end: index + word.length };
    if (++seen >= most) return;
  }
}

/** A short form of notes that is looked up in a list. */
export const shortForm: Recogniser<"short-form"> = {
  name: "short-form",
  kind: "treatment-note",
  source: "words/short-forms.ts: notes of wards, theatres, therapists and laboratories",
  see: seeForms,
  flags: ["Transferred to HDU", "cont nebs", "U/O 40 ml", "LLE swollen", "NKA"],
  passes: ["the rota and the boiler", "we bid for it", "a tab in the browser", "cut", "PO 1182"],
};
