/** Signs of a text in code from which it can be a sentence. */
const sentenceFrom = 20;
const quoted = /"((?:[^"\\\n]|\\.){20,20000})"|'((?:[^'\\\n]|\\.){20,20000})'|`([^`]{20,20000})`/g;

/** Texts in a program or a style sheet that are sentences and not names: a page shows them when it runs. */
export function sentencesOfCode(code: string): string[] {
  const found: string[] = [];
  for (const [, double, single, template] of code.matchAll(quoted)) {
    const text = double ?? single ?? template ?? "";
    if (text.length >= sentenceFrom && text.split(" ").length > 3) found.push(text);
  }
  return found;
}
