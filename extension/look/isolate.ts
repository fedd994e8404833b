import { isolate } from "#domain/base/isolate";

export { isolate };

/** A sentence of ours with its places filled in, each isolated. */
export const filled = (words: TemplateStringsArray, ...fillings: readonly (string | number)[]): string =>
  words.reduce((said, word, at) => said + isolate(String(fillings[at - 1])) + word);
