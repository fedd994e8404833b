import { normalText } from "./normal.ts";
import type { PolicyLine } from "./states.ts";

/**
 * What a policy puts a number to, and a register of Chaperone can answer. A register that knows one gives it by this key
 * (`keeps` of `ServerRegister`).
 */
export const figureSubjects = [
  /** Days for which recordings of a camera are kept: at most. */
  "cctv-kept",
  /** Years for which an adult's record is kept: at least. */
  "adult-kept",
  /** Hours from awareness to the regulator's notice: at most. */
  "breach-told",
  /** Months between two trainings of a person: at most. */
  "training-every",
  /** Days between two weekly reviews: at most. */
  "review-every",
  /** Months to answer a request: at most. */
  "request-answered",
] as const;
export type FigureSubject = (typeof figureSubjects)[number];
export const figureUnits = ["hour", "day", "week", "month", "year"] as const;
export type FigureUnit = (typeof figureUnits)[number];

/** A number that a sentence promises. */
export interface Promised {
  readonly subject: FigureSubject;
  readonly bound: "at-most" | "at-least";
  readonly amount: number;
  readonly unit: FigureUnit;
}

/** A figure as a register has it now: of one camera, one course, the last review. */
export interface KeptFigure {
  readonly subject: FigureSubject;
  /** Of what: "Front entrance". Never of a patient. */
  readonly name: string;
  readonly amount: number;
  readonly unit: FigureUnit;
  /** How it is known: "oldest picture 22 Sep". */
  readonly says: string;
  /** Where it is put right. */
  readonly page: string;
}

const small: Readonly<Record<string, number>> = {
  one: 1,
  a: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  twenty: 20,
  "twenty-four": 24,
  "twenty-eight": 28,
  thirty: 30,
  "thirty-one": 31,
  sixty: 60,
  "seventy-two": 72,
  ninety: 90,
};
const number = `\\d{1,3}|${Object.keys(small)
  .sort((one, other) => other.length - one.length)
  .join("|")}`;
const amountOf = new RegExp(
  `\\b(${number})(?: \\(\\d{1,3}\\))? (?:calendar |working )?(hour|day|week|month|year)s?\\b`,
);
const every = /\b(?:every|each) (hour|day|week|month|year)\b|\b(annual|year|month|week|dai)ly?\b/;
const units: Readonly<Record<string, FigureUnit>> = {
  annual: "year",
  dai: "day",
  hour: "hour",
  day: "day",
  week: "week",
  month: "month",
  year: "year",
};

interface Matter {
  readonly subject: FigureSubject;
  readonly bound: Promised["bound"];
  readonly words: readonly RegExp[];
  readonly unless: RegExp;
}
const matters: readonly Matter[] = [
  {
    subject: "cctv-kept",
    bound: "at-most",
    words: [
      /\b(?:cctv|cameras?|footage|surveillance|recordings?|images?)\b/,
      /\b(?:kept|keep|stor\w*|retain\w*|overwrit\w*|delet\w*|erased|held|date of recording)\b/,
    ],
    unless: /\b(?:request|respon|x-ray|clinical|check|review|inspect|law requires)/,
  },
  {
    subject: "breach-told",
    bound: "at-most",
    words: [/\b(?:breach\w*|incidents?)\b/, /\b(?:report\w*|notif\w*|inform\w*|tell|told)\b/, /\bhours?\b/],
    unless: /\bworking hours\b/,
  },
  {
    subject: "training-every",
    bound: "at-most",
    words: [
      /\b(?:train\w*|courses?|refresher)\b/,
      /\b(?:staff|everybody|everyone|employees|team|associates?|all)\b/,
    ],
    unless: /\b(?:first|starters?|induction|new)\b/,
  },
  {
    subject: "review-every",
    bound: "at-most",
    words: [/\b(?:meeting|review\w*)\b/, /\b(?:incidents?|breach\w*|confidentiality)\b/],
    unless: /\bthis policy\b/,
  },
  {
    subject: "request-answered",
    bound: "at-most",
    words: [/\b(?:requests?|copy|access)\b/, /\b(?:respon[ds]\w*|answer\w*|reply|replies|within)\b/],
    unless: /\b(?:complain|cctv|breach)/,
  },
  {
    subject: "adult-kept",
    bound: "at-least",
    words: [/\b(?:adult|records?|notes?)\b/, /\b(?:kept|keep|retain\w*|years)\b/],
    unless: /\b(?:child|young|birthday|staff|account|complain|training|cctv|breach|review)/,
  },
];

/** The number that a sentence promises, and of what; undefined where it promises none that a register can answer. */
export function promisedIn(line: Pick<PolicyLine, "lead" | "text" | "section">): Promised | undefined {
  const text = normalText(line);
  const counted = amountOf.exec(text);
  const again = counted ? null : every.exec(text);
  if (!counted && !again) return undefined;
  const unit = units[counted?.[2] ?? again?.[1] ?? again?.[2] ?? ""];
  const amount = counted ? (small[counted[1] ?? ""] ?? Number(counted[1])) : 1;
  if (unit === undefined || !Number.isFinite(amount)) return undefined;
  const whole = `${text} / ${normalText({ lead: "", text: line.section })}`;
  const matter = matters.find(
    ({ words, unless }) => words.every((one, i) => one.test(i === 0 ? whole : text)) && !unless.test(text),
  );
  if (!matter) return undefined;
  const { subject, bound } = matter;
  if (!fits[subject].includes(unit)) return undefined;
  return { subject, bound, amount, unit };
}

/** Units in which each is told: others mean something else. */
const fits: Readonly<Record<FigureSubject, readonly FigureUnit[]>> = {
  "cctv-kept": ["day", "week", "month"],
  "adult-kept": ["year"],
  "breach-told": ["hour"],
  "training-every": ["month", "year"],
  "review-every": ["day", "week"],
  "request-answered": ["month"],
};

const inHours: Readonly<Record<FigureUnit, number>> = {
  hour: 1,
  day: 24,
  week: 168,
  month: 730.5,
  year: 8_766,
};
/** For comparing: a month and a year by their middle length, where the units differ. */
const lengthOf = ({ amount, unit }: Pick<Promised, "amount" | "unit">): number => amount * inHours[unit];

/** Those of the figures that break what was promised today. */
export const brokenBy = (promised: Promised, figures: readonly KeptFigure[]): KeptFigure[] =>
  figures
    .filter(({ subject }) => subject === promised.subject)
    .filter((one) =>
      promised.bound === "at-most" ? lengthOf(one) > lengthOf(promised) : lengthOf(one) < lengthOf(promised),
    );

/** A line that promises another number of the same: places of both. */
export interface Contradiction {
  readonly one: number;
  readonly other: number;
  readonly subject: FigureSubject;
}

/**
 * Where a policy promises different numbers of the same matter: each with the first that said it.
 *
 * @param promises - By line; undefined of one that promises none.
 */
export function contradictionsIn(promises: readonly (Promised | undefined)[]): Contradiction[] {
  const first = new Map<FigureSubject, { readonly place: number; readonly promised: Promised }>();
  return promises.flatMap((promised, place): Contradiction[] => {
    if (!promised) return [];
    const before = first.get(promised.subject);
    if (!before) {
      first.set(promised.subject, { place, promised });
      return [];
    }
    const differs = lengthOf(before.promised) !== lengthOf(promised);
    return differs ? [{ one: before.place, other: place, subject: promised.subject }] : [];
  });
}

/** "60 days", as a page and a paper say it. */
export const amountWords = ({ amount, unit }: Pick<Promised, "amount" | "unit">): string =>
  `${amount} ${unit}${amount === 1 ? "" : "s"}`;
