import bidiFactory from "bidi-js";

const bidi = bidiFactory();

/** A stretch of text in one direction, in the order of reading; Word turns it round itself. */
export interface WordRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

/** A line of text cut where its direction changes, and the direction of the whole. */
export function paragraphRuns(text: string): { rightToLeft: boolean; runs: WordRun[] } {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const runs: WordRun[] = [];
  let start = 0;
  for (let i = 1; i <= text.length; i += 1) {
    const rightToLeft = isOdd(levels[start]);
    if (i < text.length && isOdd(levels[i]) === rightToLeft) continue;
    runs.push({ text: text.slice(start, i), rightToLeft });
    start = i;
  }
  return { rightToLeft: isOdd(paragraphs[0]?.level), runs };
}

const isOdd = (level = 0): boolean => level % 2 === 1;
