import { commonSurnames, tellingSurnames } from "../words/names.ts";
import { wordList } from "../words/word-list.ts";

/** Endings that words of English do not have. */
const endings =
  /(?:owsk[ia]|ewsk[ia]|insk[ia]|ynsk[ia]|ansk[ia]|onsk[ia]|arsk[ia]|orsk[ia]|ersk[ia]|wsk[ia]|eck[ia]|ick[ia]|ack[ia]|ock[ia]|dzk[ia]|wicz|czyk|czak|czuk|enko|chuk|shvili|adze|poulos|poulou|akis|oglou|oglu|escu|auskas|evic|ovic|evich|ovich|ovna|evna|ovska|evska|ovsky|evsky|insky|[aeiou]nova|[bcdfgklmnprstvz]ova|[dglnrst]eva|singhe|wardena|wardene|sekara|sekera|nayake|nayaka|tunga|swamy|samy|murugan|krishnan|lingam|moorthy|chukwu|egbu|preet|jeet|ullah|uddin|rahman|zadeh)$/;
/** Beginnings of Yoruba and Igbo names, and `chukwu` wherever it stands. */
const beginnings =
  /^(?:oluwa|olu[bdfgkmsty]|ade[bdgkmrtwy][aeiou]|aden[iu]|adel[eou][a-z]{2}|ayo[bdkmt]|ola[bdjnoty][aeiou]|akin(?:bo|de|fe|la|lo|mo|nu|ol|ro|sa|so|to|tu|wa|wu|ye|yo)|ogun[bdlmnsty]|oyin|odun[aeiouly]|omo[lnty]|abiod|ifeo|chukwu|nwa[bcfkn]|eze[kmnu][a-z]|chi(?:ama|bu|di|ebu|gozi|jio|kao|nel|non|nye|omo|zo|wet|wend|max?[a-z]{4}))/;
const irish =
  /^(?:o['\u2018\u2019\u02bc][A-Za-z\u00c0-\u024f]|Mc[A-Z\u00c0-\u00de]|Mac[A-Z\u00c0-\u00de]|D['\u2019][A-Z])/i;
const irishNoName = /^(?:oclock|mcafee|mcdonalds|mckinsey|macbook|macos|macintosh|macro|macros|machine|dont)/;

/** Words that end or begin so and are no names. */
const noSurnames = wordList(
  `alaska nebraska casanova supernova bossanova villanova terranova adelaide ademption fiorinova`,
);

const isShaped = (plain: string): boolean =>
  plain.length >= 6 && !noSurnames.has(plain) && (endings.test(plain) || beginnings.test(plain));

/**
 * Whether a word written with a capital letter is a surname and nothing else, so that it names somebody alone.
 *
 * @param written - As it stands in the text.
 */
export function isTelling(plain: string, written: string): boolean {
  if (tellingSurnames.has(plain)) return plain.length >= 4;
  if (irish.test(written) && /^(?:O|Mc|Mac[A-Z]|D)/.test(written))
    return !irishNoName.test(plain) && plain.length > 4;
  return isShaped(plain);
}

/** Whether it is a surname at all, one that is a plain word too among them. */
export const isSurname = (plain: string, written: string): boolean =>
  commonSurnames.has(plain) || tellingSurnames.has(plain) || isTelling(plain, written);
