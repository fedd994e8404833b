/** Letters of scripts that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and those beside them. */
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name within a sentence of ours keeps its own direction, and the sentence its order: Unicode's isolates do in text what
 * `bdi` does in markup. A name without such letters needs none.
 */
export const isolate = (text: string): string => (fromTheRight.test(text) ? `\u2068${text}\u2069` : text);
