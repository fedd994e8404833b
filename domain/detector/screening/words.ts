import { plainName } from "../words/plain-name.ts";

/** A word of a sentence, as the screen for names looks at it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As the lists of names have it. */
  readonly plain: string;
  /** How it is written: `upper` has no small letter and at least two. */
  readonly shape: "upper" | "capital" | "small";
  /** Whether only a space, a hyphen or the like stands between it and the word before. */
  readonly joined: boolean;
  /** What stands between it and the word before. */
  readonly gap: string;
}

/** Letters of Latin script, an apostrophe within a word, and signs that nobody sees. */
const word =
  /[A-Za-z\u00c0-\u024f\u1e00-\u1eff](?:[\u0300-\u036f'\u2018\u2019\u02bc\u00ad\u200b-\u200d\u2060\ufeff]?[\u0300-\u036fA-Za-z\u00c0-\u024f\u1e00-\u1eff])*/g;
const joint =
  /^(?:[ \t\u00a0\u2000-\u200a\u202f\u200b-\u200d]{1,3}|[-_.+:/\u2010-\u2013]|\. |[ ]?\r?\n[ ]?)$/;
const owned = /['\u2019\u02bc]s$/i;
/** A capital letter, also behind the letter that Irish puts before it (hUiginn). */
const capital = /^[hn]?[A-Z\u00c0-\u00de]/;

/** Longest word that can be of a name, in UTF-16 units. */
const longest = 40;

/** The words of a text in their order, in time proportional to its length. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = 0;
  word.lastIndex = 0;
  for (let found = word.exec(text); found; found = word.exec(text)) {
    const start = found.index;
    const whole = found[0];
    const written = whole.length > 3 ? whole.replace(owned, "") : whole;
    const gap = start - before > 8 ? "\u2026" : text.slice(before, start);
    before = start + whole.length;
    const isLong = written.length > longest;
    words.push({
      start,
      end: start + written.length,
      plain: isLong ? "" : plainName(written),
      shape: shapeOf(written),
      joined: joint.test(gap),
      gap,
    });
  }
  return words;
}

function shapeOf(written: string): Word["shape"] {
  const first = written.charAt(0);
  if (!capital.test(written) && first === first.toLowerCase()) return "small";
  return written.length > 1 && written === written.toUpperCase() ? "upper" : "capital";
}
