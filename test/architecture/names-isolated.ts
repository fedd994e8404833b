import type { Source } from "./sources.ts";

/** What is drawn as a PDF or a table of its own, whose letters are laid out there; and names that are no person's. */
const others = /(?:-paper\.ts|\/read-corrections\.ts)$/;

/**
 * Places where a person's name stands beside other words without being isolated: one that runs from right to left would
 * turn the sentence about it round. A name that is all of its element, or of its cell, has nothing beside it.
 */
export const loneNames = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path }) => path.startsWith("dashboard/src/") && !others.test(path))
    .flatMap(({ path, text }) => [
      ...(path.endsWith(".svelte") ? inMarkup(text) : []).map((name) => `${path} ${name}`),
      ...inSentences(text).map((name) => `${path} ${name}`),
    ]);

function inMarkup(text: string): string[] {
  const markup = text.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "");
  return [...markup.matchAll(/\{\s*(?:\w+\.)*nameOf\([^{}]*\)\s*\}/g)].flatMap((match) => {
    const before = markup.slice(0, match.index).trimEnd();
    const after = markup.slice(match.index + match[0].length).trimStart();
    const inTag = before.lastIndexOf("<") > before.lastIndexOf(">");
    const alone = />$/.test(before) && !/(?:\/|=)>$/.test(before) && after.startsWith("</");
    return inTag || alone ? [] : [match[0]];
  });
}

/** Of a name that is put into a sentence by a script. */
const inSentences = (text: string): string[] =>
  [...text.matchAll(/\$\{[^{}`]*?(?:\w+\.)*\bnameOf\([^{}]*\}/g)]
    .map(([found]) => found)
    .filter((found) => !/\bisolated?\((?:\w+\.)*nameOf\(/.test(found));
