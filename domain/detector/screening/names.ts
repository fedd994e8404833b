import type { Seen } from "../recogniser.ts";
import { commonSurnames, givenAlsoWords, givenNames } from "../words/names.ts";
import { noNames, placeWords, plainWords } from "../words/no-names.ts";
import { isCantonese, isChinese } from "./chinese.ts";
import { isTwoNames } from "./in-ids.ts";
import { isSurname, isTelling } from "./surnames.ts";
import type { Word } from "./words.ts";

/** Whom a sentence may name. */
export const staffTitles: ReadonlySet<string> = new Set(
  "dr drs doctor doctors prof professor nurse matron midwife physio physiotherapist consultant surgeon osteopath podiatrist chiropractor therapist counsellor psychologist dietitian pharmacist dentist receptionist manager solicitor inspector constable sergeant officer commissioner coroner".split(
    " ",
  ),
);
/** Names of saints and sovereigns that houses and streets are called by. */
const ofHouses = new Set(
  "victoria albert alexandra charlotte elizabeth george edward alfred james william king queen".split(" "),
);
const saints = new Set("st saint saints sts".split(" "));
/** Between given name and surname. */
const particles = new Set(
  "al el ul ur abu abd bin ibn bint ben bat ap ab ferch verch ni nic o ua mac mhic van von der den de da di du dos das del della la le ter ten".split(
    " ",
  ),
);
/** Such as stand in names alone. */
const tellingParticles = new Set("al el abu bin ibn bint ap ferch ni nic ua mhic".split(" "));

/** Surnames that two syllables follow. */
const beforeSyllables = new Set(
  "wong chan lee cheung lam ng ho chow leung lau yeung tang tse kwok fung yip yuen mak cheng chu kwan tsang choi lai poon siu kim park jung kang cho yoon jang lim han seo shin kwon hwang ahn".split(
    " ",
  ),
);

/** Most words after the first that belong to one name. */
const mostMore = 4;

interface At {
  readonly words: readonly Word[];
  readonly text: string;
}

const isWritten = ({ shape }: Word): boolean => shape !== "small";
const isName = ({ plain }: Word): boolean => !noNames.has(plain) && !/^(?:i|[a-z]{1,2})$/.test(plain);
const writtenAs = ({ text }: At, { start, end }: Word): string => text.slice(start, end);
const isGiven = ({ plain }: Word): boolean => givenNames.has(plain);
const isSure = (one: Word): boolean =>
  isGiven(one) && !givenAlsoWords.has(one.plain) && !noNames.has(one.plain);

/**
 * Names in a sentence: a given name with what follows it, a surname that is nothing else, both also in small letters. Places,
 * houses, products and whoever is called a doctor are none.
 */
export function* seeNames(text: string, words: readonly Word[]): Generator<Seen> {
  const at = { words, text };
  let reached = 0;
  for (let i = 0; i < words.length; i++) {
    if (i < reached) continue;
    const end = nameFrom(at, i);
    if (end === undefined) continue;
    reached = end + 1;
    const first = words[i] as Word;
    const before = words[i - 1];
    if (before && first.joined && staffTitles.has(before.plain)) continue;
    yield { start: first.start, end: (words[end] as Word).end };
  }
}

/** Place of the last word of the name that begins here; undefined where none does. */
function nameFrom(at: At, i: number): number | undefined {
  const first = at.words[i] as Word;
  const before = at.words[i - 1];
  if (staffTitles.has(first.plain) || (before && first.joined && saints.has(before.plain))) return undefined;
  const last = pairFrom(at, i) ?? inThree(at, i) ?? initialAt(at, i) ?? surnameFirst(at, i) ?? aloneAt(at, i);
  if (last === undefined) return undefined;
  const end = furtherFrom(at, last);
  return isPlace(at, i, end) ? undefined : end;
}

/** A name in two words, and how far it reaches with a particle between them. */
function pairFrom(at: At, i: number): number | undefined {
  const { words } = at;
  const one = words[i] as Word;
  let next = i + 1;
  let other = words[next];
  if (!other?.joined) return undefined;
  const particle = other;
  if (particles.has(other.plain) && words[next + 1]?.joined) {
    const beyond = words[next + 1] as Word;
    if (isWritten(one) && isWritten(beyond) && !noNames.has(beyond.plain)) {
      if (isGiven(one) || (tellingParticles.has(particle.plain) && isName(one))) return next + 1;
      return undefined;
    }
    if (one.shape === "small" && isSure(one) && tellingParticles.has(particle.plain)) return next + 1;
    if (particle.shape === "small" && other.plain.length < 3 && !isGiven(other)) return undefined;
  }
  // An initial or a second given name may stand between.
  for (let more = 0; more < 2; more++) {
    if (areName(at, one, other)) return next;
    const initial = isWritten(other) && other.plain.length === 1;
    if (!(initial || (isGiven(one) && isGiven(other)))) return undefined;
    next++;
    const beyond = words[next];
    if (!beyond?.joined) return undefined;
    other = beyond;
  }
  return undefined;
}

function areName(at: At, one: Word, other: Word): boolean {
  const written = writtenAs(at, other);
  if (isWritten(one) && isWritten(other)) return areWritten(at, one, other, written);
  if (one.shape !== "small" && !isSure(one)) return false;
  // In small letters, or in part: both must be known, and neither a plain word.
  const isKnown = isSure(one) && one.plain.length > 2;
  if (isKnown && !plainWords.has(other.plain) && isSurname(other.plain, capitalised(written))) return true;
  if (isKnown && isTelling(other.plain, capitalised(written))) return true;
  const isSurnameFirst =
    !plainWords.has(one.plain) &&
    !noNames.has(one.plain) &&
    isSurname(one.plain, capitalised(writtenAs(at, one)));
  return isSurnameFirst && isSure(other) && other.plain.length > 2;
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function areWritten(at: At, one: Word, other: Word, written: string): boolean {
  if (other.plain.length < 2) return false;
  const isCommon = commonSurnames.has(other.plain);
  if (isSure(one)) {
    if (placeWords.has(other.plain)) return isCommon && !ofHouses.has(one.plain);
    if (isCommon || isTelling(other.plain, written)) return true;
    // In the midst of small letters four capitals are a body or a format: Jane CQC.
    const isShort = other.shape === "upper" && one.shape !== "upper" && other.plain.length < 6;
    return !noNames.has(other.plain) && !isShort;
  }
  if (isTelling(other.plain, written) && isName(one)) return true;
  if (isGiven(one) && !placeWords.has(other.plain)) {
    // May, Will, Rose: with a surname that is no plain word, or where a month or a verb does not stand.
    return isSurname(other.plain, written) && !(noNames.has(one.plain) && plainWords.has(other.plain));
  }
  if (isTelling(one.plain, writtenAs(at, one)) && isName(other)) return true;
  if (
    commonSurnames.has(one.plain) &&
    !noNames.has(one.plain) &&
    !plainWords.has(one.plain) &&
    isGiven(other) &&
    !noNames.has(other.plain)
  )
    return true;
  return !noNames.has(one.plain) && !noNames.has(other.plain) && isChinese(one.plain, other.plain);
}

/** Wong Ka Fai, Kim Min-jun: a surname of Hong Kong or Korea, then two syllables. */
function inThree({ words }: At, i: number): number | undefined {
  const [surname, one, other] = [words[i], words[i + 1], words[i + 2]];
  if (!surname || !one?.joined || !other?.joined || /[.\n]/.test(one.gap + other.gap)) return undefined;
  const areWritten = isWritten(surname) && isWritten(one);
  if (isCantonese(surname.plain, one.plain, other.plain, areWritten)) return i + 2;
  if (!areWritten) return undefined;
  if (!isWritten(other) && other.gap !== "-") return undefined;
  const isSyllable = ({ plain }: Word) => plain.length > 1 && plain.length < 6 && !noNames.has(plain);
  return beforeSyllables.has(surname.plain) && isSyllable(one) && isSyllable(other) ? i + 2 : undefined;
}

/** J. Smith; of one letter alone, which a sentence may begin with, only with a point. */
function initialAt(at: At, i: number): number | undefined {
  const [initial, surname] = [at.words[i], at.words[i + 1]];
  if (
    !initial ||
    !surname?.joined ||
    initial.plain.length !== 1 ||
    !isWritten(initial) ||
    !isWritten(surname)
  )
    return undefined;
  if (/[ai]/.test(initial.plain) && surname.gap !== ". ") return undefined;
  const { plain } = surname;
  const isKnown = isSurname(plain, writtenAs(at, surname)) && plain.length > 2;
  return isKnown && !plainWords.has(plain) && !noNames.has(plain) ? i + 1 : undefined;
}

/** A surname that is nothing else names somebody by itself. */
function aloneAt(at: At, i: number): number | undefined {
  const one = at.words[i] as Word;
  // Written together, as in an address: agnieszkawojcik.
  if (one.plain.length >= 10 && isTwoNames(one.plain)) return i;
  if (!isWritten(one) || one.plain.length < 5 || noNames.has(one.plain)) return undefined;
  if (givenNames.has(one.plain) && !isTelling(one.plain, writtenAs(at, one))) return undefined;
  return isTelling(one.plain, writtenAs(at, one)) && !givenNames.has(one.plain) ? i : undefined;
}

/** As lists have it: MOSS, Ada. */
function surnameFirst(at: At, i: number): number | undefined {
  const one = at.words[i] as Word;
  const other = at.words[i + 1];
  if (!other || !isWritten(one) || !/^, ?$/.test(other.gap) || !isWritten(other) || !isGiven(other))
    return undefined;
  if (one.shape === "upper" && one.plain.length > 2 && !noNames.has(one.plain)) return i + 1;
  // A list has nothing after it but a sign, a number or the line's end.
  if (
    isSure(other) &&
    isName(one) &&
    !one.plain.endsWith("ly") &&
    /^(?:$|[\r\n,;(]| ?\d)/.test(at.text.slice(other.end, other.end + 2))
  )
    return i + 1;
  const isKnown =
    isSurname(one.plain, writtenAs(at, one)) && !noNames.has(one.plain) && !plainWords.has(one.plain);
  return isKnown && isSure(other) && !isGiven(one) ? i + 1 : undefined;
}

/** What follows belongs to the name as long as it looks so. */
function furtherFrom({ words, text }: At, last: number): number {
  let end = last;
  for (let more = 0; more < mostMore; more++) {
    const next = words[end + 1];
    if (!next?.joined || !isWritten(next) || noNames.has(next.plain) || /[\n.]/.test(next.gap)) return end;
    if (!isSurname(next.plain, text.slice(next.start, next.end)) && !isGiven(next)) return end;
    end++;
  }
  return end;
}

/** Whether it is what a house, a street or a thing is called. */
function isPlace({ words }: At, first: number, last: number): boolean {
  const next = words[last + 1];
  if (!next?.joined || /[\n.]/.test(next.gap) || !isWritten(next) || !placeWords.has(next.plain))
    return false;
  const before = words[last] as Word;
  // Anna Louise Ward is somebody, Florence Nightingale Ward a ward.
  return !(last > first && commonSurnames.has(next.plain) && isSure(before));
}
