import type { Seen } from "../recogniser.ts";
import { givenAlsoWords, givenNames } from "../words/names.ts";
import { noNames, placeWords, plainWords } from "../words/no-names.ts";
import { isSurname } from "./surnames.ts";
import type { Word } from "./words.ts";

/** Titles that nothing but a name follows. */
const sure = new Set("mr mrs mx mstr messrs".split(" "));
/** Such as are plain words or products too. */
const doubtful = new Set("ms miss master baby sir dame lady rev reverend".split(" "));
/** What follows `Ms` and is of Microsoft, or a sentence. */
const products = new Set(
  "teams word excel office outlook access project windows exchange sharepoint onedrive onenote edge visio azure defender forms planner powerpoint publisher sql dynamics authenticator copilot intune entra dos paint loop".split(
    " ",
  ),
);
/** Small words that follow a title in a sentence about titles, and no name. */
const small = new Set(
  "the a an to it this that out and or is was your our of some any at by in on for no not what which who when where them him her us me you we they as if but so be do did does has have had can will would should may might must are were".split(
    " ",
  ),
);

/** Names with a title: Mrs Moss, mr patel, Miss Ada Moss. */
export function* seeTitled(text: string, words: readonly Word[]): Generator<Seen> {
  for (let i = 0; i < words.length; i++) {
    const title = words[i] as Word;
    if (!sure.has(title.plain) && !doubtful.has(title.plain)) continue;
    let last = i + 1;
    // Initials: Mr. J O'Brien.
    while (isInitial(words[last]) && isNear(words[last + 1])) last++;
    const name = words[last];
    if (!isNear(name) || !follows(text, title, name, words[i - 1])) continue;
    const more = words[last + 1];
    const second = words[last + 2];
    if (isMore(more)) last++;
    if (isMore(more) && isMore(second)) last++;
    yield { start: title.start, end: (words[last] as Word).end };
  }
}

const isInitial = (one: Word | undefined): boolean =>
  one !== undefined && one.plain.length === 1 && one.shape !== "small";
const isNear = (one: Word | undefined): one is Word =>
  one !== undefined && /^(?:\.?[ \t\u00a0]{0,2}|_|\.? ?\r?\n ?)$/.test(one.gap);
const isMore = (one: Word | undefined): boolean =>
  one?.joined === true &&
  one.shape !== "small" &&
  (!noNames.has(one.plain) || givenAlsoWords.has(one.plain)) &&
  !/[.\n]/.test(one.gap);

function follows(text: string, title: Word, name: Word, before: Word | undefined): boolean {
  if (name.plain.length < 2 || small.has(name.plain)) return false;
  if (sure.has(title.plain))
    return name.shape !== "small" || !placeWords.has(name.plain) || plainWords.has(name.plain);
  const isKnown =
    isSurname(name.plain, capitalised(text.slice(name.start, name.end))) || givenNames.has(name.plain);
  const isPlain = plainWords.has(name.plain) || noNames.has(name.plain) || givenAlsoWords.has(name.plain);
  // A near miss, a Ms Word file, a master copy.
  if (title.shape === "small" || title.shape === "upper")
    return (
      isKnown && (!isPlain || (title.shape === "upper" && name.shape === "upper" && !noNames.has(name.plain)))
    );
  if (before?.plain === "near" || name.shape === "small") return isKnown && !isPlain;
  if (title.plain === "ms") return !products.has(name.plain) && !(noNames.has(name.plain) && !isKnown);
  if (title.plain === "miss") return isKnown || !noNames.has(name.plain);
  return isKnown && !noNames.has(name.plain);
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
