import type { Seen } from "../recogniser.ts";
import { givenAlsoWords, givenNames } from "../words/names.ts";
import { noNames, placeWords, plainWords } from "../words/no-names.ts";
import { isSurname, isTelling } from "./surnames.ts";
import type { Word } from "./words.ts";

const name =
  "(?:'s|\\u2019s)?(?:[ _](?:full |first |last |sur)?name)?(?:,|:| is| was| called| named| known as| of the name)*[ _]{0,2}";
/** Words that a patient's name follows, and in Welsh and Polish: who it is, whose relative, what the name is. */
const labels = new RegExp(
  `\\b(?:(?:(?:in|out)?patients?|pts?|service user|client|resident|claf|cleifion|cleient|pacjent(?:ka)?)${name}|(?:daughters?|sons?|mother|father|mum|dad|wife|husband|widow|widower|partner|sister|brother|parents?|carer|guardian|child|baby|record|notes?|letter|referral|scan|file|appointment) (?:of|for) |(?:mab|merch|gwraig|g\u0175r|mam|tad|chwaer|brawd|gofalwr) |(?:his|her|their) (?:daughter|son|mother|father|mum|dad|wife|husband|partner|sister|brother|carer|child|baby),? |(?:his|her|their|whose|the) name(?:,|:| is| was)[ ]?|(?:by the name of|who is called|goes by|o.r enw|enw(?:'r| y)? claf(?: yw)?:?) )`,
  "gi",
);
/** Where each label ends, and where it begins; looked for once in a text. */
function labelsIn(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  labels.lastIndex = 0;
  for (let label = labels.exec(text); label; label = labels.exec(text))
    found.set(label.index + label[0].length, label.index);
  return found;
}

/** What a record may be of and nobody is: for, of. */
const weak = /(?:record|notes?|letter|referral|scan|file|appointment) (?:of|for) $/i;

/** Names that a label says to be a patient's: two words with capitals, or one that is known for a name. */
export function* seeLabelled(text: string, words: readonly Word[]): Generator<Seen> {
  const ends = labelsIn(text);
  if (ends.size === 0) return;
  for (let i = 0; i < words.length; i++) {
    const one = words[i] as Word;
    const from = ends.get(one.start);
    if (from === undefined) continue;
    const label = text.slice(from, one.start);
    const known = named(text, words, i);
    const length = known > 0 || !canBeName(one) || !sayingWho.test(label) ? known : 1;
    if (length === 0) continue;
    if (weak.test(label) && length < 2 && !isTelling(one.plain, text.slice(one.start, one.end))) continue;
    // What such a label tells of is no patient's mark by itself: the name alone is to be left out.
    yield { start: weak.test(label) ? one.start : from, end: (words[i + length - 1] as Word).end };
    i += length - 1;
  }
}

/** What is a name because its label says so. */
const sayingWho = /(?:: ?| called | named |known as |name(?:,| is| was)[ ]?|o.r enw )$/i;
const canBeName = ({ shape, plain }: Word): boolean =>
  shape !== "small" && plain.length > 2 && !noNames.has(plain) && !plainWords.has(plain);

/** How many words from here on are a name after such a label; 0 where none is. */
function named(text: string, words: readonly Word[], i: number): number {
  const one = words[i] as Word;
  const next = words[i + 1];
  if (noNames.has(one.plain) && !givenAlsoWords.has(one.plain)) return 0;
  const written = text.slice(one.start, one.end);
  const capital = written.charAt(0).toUpperCase() + written.slice(1);
  const isKnown = givenNames.has(one.plain) || isSurname(one.plain, capital);
  const isPlain = plainWords.has(one.plain) || givenAlsoWords.has(one.plain);
  if (one.shape === "small") return isKnown && !isPlain && one.plain.length > 3 ? 1 : 0;
  const two =
    next?.joined === true &&
    next.shape !== "small" &&
    next.plain.length > 1 &&
    !/[\n.]/.test(next.gap) &&
    !(noNames.has(next.plain) && !givenAlsoWords.has(next.plain)) &&
    !placeWords.has(next.plain);
  if (two && one.plain.length > 1) return isPlain && !isKnown ? 0 : 2;
  return isKnown && !isPlain ? 1 : 0;
}
