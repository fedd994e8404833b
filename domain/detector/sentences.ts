import type { Section } from "./recogniser.ts";

/** A sentence and where it stands in its section. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** Ends at a stop with a blank behind it or at an empty line; `2.40pm` ends nothing. */
const sentence = /(?:[^.!?\n]|[.!?](?!\s)|\n(?![ \t]{0,20}\n)){8,300}/g;

/** Several recognisers ask for the sentences of the same section one after the other. */
const cut = new WeakMap<Section, readonly Sentence[]>();

/** A section's sentences, of at most 300 signs each. */
export function sentencesOf(section: Section): readonly Sentence[] {
  let sentences = cut.get(section);
  if (!sentences) {
    sentences = [...section.text.matchAll(sentence)].map(({ 0: text, index }) => ({ text, start: index }));
    cut.set(section, sentences);
  }
  return sentences;
}
