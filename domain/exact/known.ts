import { plainText } from "../detector/plain-text.ts";
import { email } from "../detector/recognisers/contact.ts";
import { tenDigits } from "../detector/ten-digits.ts";
import type { Finding, Verdict } from "../detector/verdict.ts";
import { writtenDays } from "./birthday.ts";
import { foldedWords } from "./fold.ts";
import { pairOf } from "./names.ts";
import type { KnownTable, Token } from "./table.ts";
import { dayText, emailAddress, emailText, healthNumber, nameText, numberText } from "./tokens.ts";

/** Questions about one text, and places that are told; a list of a thousand patients is none the surer for more. */
export const askedAtMost = 3_000;
const toldAtMost = 20;
/** Dates, numbers and addresses that are looked at of each kind. */
const lookedAtMost = 1_000;

/** Signs before and behind a birthday in which a name is looked for. */
const reach = { before: 160, behind: 80 } as const;
/** Words of one run that are tried, the nearest to the birthday. */
const wordsAtMost = 24;
/** Words that a first name and a surname have at most, and that may stand between them (middle names). */
const partLongest = { one: 2, other: 3 } as const;
const betweenAtMost = 2;

/** Labels beside a birthday that are no part of a name: they part two runs, so that few pairs are tried. */
const labels = new Set(
  `aged age years year old dear ref re patient patients client name names surname forename forenames first last middle
  preferred title mr mrs ms miss mx dr prof sir date birth born dob b nhs chi hc hsc number num gig rhif address addr
  postcode tel phone telephone mobile fax email mail www http https com org uk gp practice clinic hospital surgery male
  female man woman boy girl m f sex gender seen today yesterday letter referral referred appointment results result
  geni dyddiad ganwyd enw claf`.split(/\s+/),
);
/** Words of every sentence. With a capital they may be names: An, He, To, May. */
const small = new Set(
  `a an and are as at be been by do for from had has have he her him his i in is it me my no not of on or our she so that
  the their them there they this to was we were which who will with you your jan feb mar apr may june july august home
  ward room given known full`.split(/\s+/),
);

const nameWord =
  /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff]+(?:['\u2019\u2018\u02bc`][A-Za-z\u00c0-\u024f]+)*/g;

/** Where somebody of the list is named, in UTF-16 units. */
export interface KnownPlace {
  readonly start: number;
  readonly end: number;
}
interface Word extends KnownPlace {
  readonly folded: string;
}

/**
 * Where a text names somebody of the clinic's own list: by name beside birthday, by number, by e-mail address. It answers
 * with places and never with words; of a text with more it stops at twenty.
 *
 * @param token - HMAC under the table's key.
 */
export function knownIn(given: string, table: Pick<KnownTable, "has">, token: Token): readonly KnownPlace[] {
  const { text, originalOf } = plainText(given);
  const found: KnownPlace[] = [];
  /** What was asked, with its answer: the same name stands in a letter again and again. */
  const answers = new Map<string, boolean>();
  const isKnown = (keyed: string): boolean => {
    const before = answers.get(keyed);
    if (before !== undefined) return before;
    const now = table.has(token(keyed));
    answers.set(keyed, now);
    return now;
  };
  const isOver = () => answers.size >= askedAtMost || found.length >= toldAtMost;

  let looked = 0;
  for (const { start, end, digits } of tenDigits(text)) {
    if (isOver() || looked++ >= lookedAtMost) break;
    const number = healthNumber(digits);
    if (number !== "" && isKnown(numberText(number))) found.push({ start, end });
  }
  for (const { start, end } of email.see({ text, heading: "" })) {
    if (isOver()) break;
    if (isInQuotedHeader(text, start, end)) continue;
    const address = emailAddress(text.slice(start, end));
    if (address !== "" && isKnown(emailText(address))) found.push({ start, end });
  }
  for (const { start, end, days } of writtenDays(text, lookedAtMost)) {
    if (isOver()) break;
    const meant = days.filter((day) => isKnown(dayText(day)));
    if (meant.length === 0) continue;
    for (const pair of pairsBeside(text, start, end)) {
      if (isOver()) break;
      if (meant.some((day) => isKnown(nameText(pair.names, day)))) {
        found.push({ start: pair.start, end: pair.end });
        break;
      }
    }
  }
  return found.map(({ start, end }) => ({ start: originalOf(start), end: originalOf(end) }));
}

/** Signs around an address in which the words of a quoted header are looked for. */
const headerReach = 300;

/**
 * Whether an address stands where a mail program wrote it above a quoted message: "On 3 November, Ada <ada@…> wrote:", or
 * a line From, To or Cc beside a line with date or subject. Whoever answers somebody does not name them by that.
 */
function isInQuotedHeader(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - headerReach), start);
  const behind = text.slice(end, end + headerReach);
  if (/^[>)\]\s]{0,8}wrote:/.test(behind)) return /(?:^|\n)[> \t]*On [^\n]*(?:\n[^\n]*)?$/.test(before);
  return (
    /(?:^|\n)[> \t*]*(?:From|To|Cc):[^\n]*$/i.test(before) &&
    /(?:^|\n)[> \t*]*(?:Sent|Date|Subject):/i.test(before + behind)
  );
}

/** Every two parts that may be a name beside a birthday, the runs before it first. */
function* pairsBeside(
  text: string,
  start: number,
  end: number,
): Generator<KnownPlace & { readonly names: string }> {
  const before = Math.max(0, start - reach.before);
  for (const run of [...runsIn(text, before, start).reverse(), ...runsIn(text, end, end + reach.behind)])
    yield* pairsIn(run);
}

function runsIn(text: string, from: number, to: number): Word[][] {
  const runs: Word[][] = [[]];
  for (const found of text.slice(from, to).matchAll(nameWord)) {
    const start = from + found.index;
    const end = start + found[0].length;
    const [folded = ""] = foldedWords(found[0]);
    if (labels.has(folded) || small.has(found[0])) runs.push([]);
    else runs.at(-1)?.push({ start, end, folded });
  }
  return runs.filter((run) => run.length > 1).map((run) => run.slice(-wordsAtMost));
}

function* pairsIn(run: readonly Word[]): Generator<KnownPlace & { readonly names: string }> {
  const wordsOf = (from: number, to: number) => run.slice(from, to).map(({ folded }) => folded);
  for (let first = 0; first < run.length - 1; first++)
    for (let one = 1; one <= partLongest.other; one++)
      for (let gap = 0; gap <= betweenAtMost; gap++)
        for (let other = 1; other <= (one > partLongest.one ? 1 : partLongest.other); other++) {
          const behind = first + one + gap;
          const last = behind + other;
          if (last > run.length) break;
          const names = pairOf(wordsOf(first, first + one), wordsOf(behind, last));
          if (names !== undefined)
            yield { start: run[first]?.start ?? 0, end: run[last - 1]?.end ?? 0, names };
        }
}

/**
 * A verdict with what the clinic's own list knows: somebody of it makes a text strong, whatever else it holds. It is a
 * rule beside the score, as for the papers of staff, and gives no part of it.
 */
export function withKnown(verdict: Verdict, places: readonly KnownPlace[]): Verdict {
  if (places.length === 0) return verdict;
  const known = places.map(({ start, end }): Finding => ({ kind: "known-patient", start, end, weight: 0 }));
  const { about: _, ...rest } = verdict;
  const findings = verdict.findings.filter(({ kind }) => kind !== "staff-paper");
  return { ...rest, strength: "strong", findings: [...known, ...findings].slice(0, 200) };
}
