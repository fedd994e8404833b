import { isCommon, isOrdinary } from "#domain/detector/ordinary-word";
import { alsoNames } from "#domain/detector/words/also-names";
import { givenNames } from "#domain/detector/words/names";
import { careRegulators, dataRegulators } from "#domain/law/regulators";
import { isLetterOfName, isUsedAsName } from "./used-as-name.ts";

/**
 * What in a text a person is asked to look at, because it may name somebody: every word that is not known to be
 * ordinary, in whatever script, initials, numbers, dates and addresses. It marks too much rather than too little, and is
 * no promise: an ordinary word can name somebody as well.
 */
export interface Doubt {
  readonly start: number;
  readonly end: number;
  readonly why: keyof typeof doubtWords;
}

/** Why something is marked. */
export const doubtWords = {
  name: "may be a name",
  initials: "may be initials",
  number: "a number",
  unknown: "not a word that Chaperone knows",
  address: "an address",
} as const;

/** Written with capitals without being anybody's name. */
const capitals: ReadonlySet<string> = new Set([
  ...[...dataRegulators, ...Object.values(careRegulators)].map(({ short }) => short),
  ...`A&E BST CCTV CC BCC CEO CHI CSV CT DHSC DOB DPO DSPT EU EEA GDPR GMT GP GPs HSC HTML ID IDs IT JSON MHRA
 MRI NHS NMC GMC OK PC PCs PDF PDFs PIN PPE QR SAR SMS TV UK URL USB UTC VPN Chaperone England Scotland Wales Britain
 British English Scottish Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March July September
 October November December I I'm I've I'd I'll Dr`.split(/\s+/),
]);
/** Months that are names as well: no doubt beside a number. */
const months: ReadonlySet<string> = new Set(["April", "May", "June", "August"]);

const address = /[^\s@]+@[^\s@]+|\b(?:https?:\/\/|www\.)\S+/giu;
const word =
  /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}]|\u200c|\u200d|\u00ad|['\u2019./:](?=[\p{L}\p{M}\p{N}])|-(?=\p{N}))*/gu;
/** A number of this kind is of no person: an hour, a year of this work, a count with its unit. */
const harmless = /^(?:\d{1,2}|\d{1,2}[:.]\d{2}|20[2-4]\d|\d{1,3}(?:st|nd|rd|th|h|am|pm|min|kb|mb|gb|px))$/i;

/** @param known - Words as they are written, of the clinic itself and its people: they are not marked. */
export function doubtsIn(text: string, known: ReadonlySet<string>): Doubt[] {
  const found: Doubt[] = [...text.matchAll(address)].map((match) => at(match, "address"));
  for (const match of text.matchAll(word)) {
    const one = at(match, "name");
    if (found.some(({ start, end }) => one.start < end && start < one.end)) continue;
    const why = whyDoubtful(match[0], text, one, known);
    if (why) found.push({ ...one, why });
  }
  found.sort((a, b) => a.start - b.start);
  return joined(found, text);
}

const at = (match: RegExpMatchArray, why: Doubt["why"]): Doubt => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
  why,
});

type Place = Pick<Doubt, "start" | "end">;

function whyDoubtful(
  raw: string,
  text: string,
  place: Place,
  known: ReadonlySet<string>,
): Doubt["why"] | undefined {
  const plain = raw.normalize("NFKC").replaceAll("\u2019", "'");
  if (/\p{N}/u.test(plain)) return harmless.test(plain) ? undefined : "number";
  if (/^(?:ca|wo|sha)n't$/i.test(plain)) return undefined;
  const said = plain.replace(/(?:n't|'(?:s|re|ve|ll|d|m)?)$/, "");
  if (known.has(said) || known.has(plain)) return undefined;
  const small = said.toLowerCase();
  if (said.length > 1 && isUsedAsName(small, text, place)) return "name";
  if (capitals.has(said) || capitals.has(plain)) return undefined;
  // A script without capitals, or a letter that English does not have: a name as likely as not.
  if (!/^[A-Za-z'.]+$/.test(said)) return /\p{Lu}|\p{Lt}/u.test(said) ? "name" : "unknown";
  if (said === small)
    return small.split(".").every((one) => one.length < 2 || isOrdinary(one)) ? undefined : "unknown";
  if (said.length === 1) return said === "A" && !isLetterOfName(text, place) ? undefined : "initials";
  if (months.has(said) && isBesideNumber(text, place)) return undefined;
  if (beginsSentence(text, place.start) && isCommon(small) && !alsoNames.has(small) && !givenNames.has(small))
    return undefined;
  return said === said.toUpperCase() && said.length <= 3 ? "initials" : "name";
}

const isBesideNumber = (text: string, { start, end }: Place): boolean =>
  /\d(?:st|nd|rd|th)?\s+$/u.test(text.slice(Math.max(0, start - 8), start)) ||
  /^\s+\d/u.test(text.slice(end, end + 6));

/** At the very beginning, or after the end of a sentence; a full stop after a title or a single letter ends none. */
function beginsSentence(text: string, start: number): boolean {
  const before = text
    .slice(0, start)
    .replace(/[\s"'\u2018\u201c([\u2022*-]+$/u, (gap) => (gap.includes("\n") ? "\n" : ""));
  if (before === "" || before.endsWith("\n")) return true;
  if (/(?:^|[^\p{L}])(?:\p{L}|Dr|Mrs?|Ms|Miss|Mx|Prof|St)\.$/u.test(before)) return false;
  return /[.!?:;\u2026]$/u.test(before);
}

/** Words in doubt that follow each other are one: "Wren Court", "Agnieszka-Wojcik", "J. Moss". */
function joined(found: readonly Doubt[], text: string): Doubt[] {
  const all: Doubt[] = [];
  for (const one of found) {
    const last = all[all.length - 1];
    const between = last ? text.slice(last.end, one.start) : undefined;
    if (
      last &&
      between !== undefined &&
      /^(?:\.?[ \u00a0]|[-\u2010\u2011])$/.test(between) &&
      last.why !== "address"
    )
      all[all.length - 1] = { ...last, end: one.end, why: last.why === "initials" ? one.why : last.why };
    else all.push(one);
  }
  return all;
}
