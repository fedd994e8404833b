/** Words that can be asked for. */
export interface WordList {
  readonly has: (word: string) => boolean;
}

/**
 * A list of words out of texts with blanks between them. It is made when it is first asked: PocketBase's engine reads all
 * files at start, a sentence comes later or never.
 */
export function wordList(...texts: readonly string[]): WordList {
  let words: ReadonlySet<string> | undefined;
  return {
    has: (word) => {
      words ??= new Set(texts.join(" ").trim().split(/\s+/));
      return words.has(word);
    },
  };
}
