import { learnFrom, type Model, scoreOf, spokesman } from "./fit.ts";
import { isTaught, type Sample } from "./table.ts";

/** What a model that never saw a document's source says of the document. */
export interface Judged {
  readonly sample: Sample;
  /** Score of its strongest stretch, before squashing. */
  readonly score: number;
  /** The same of its strongest stretch that says who somebody is; no such stretch, no strong document. */
  readonly identified: number;
}

/** Where nothing was seen or read. */
const nothing = Number.NEGATIVE_INFINITY;

export function judgeBy(model: Model, sample: Sample): Judged {
  const best = (rows: Sample["rows"]) => {
    const row = spokesman(model, rows);
    return row ? scoreOf(model, row) : nothing;
  };
  return {
    sample,
    score: best(sample.rows),
    identified: best(sample.rows.filter(({ identifies }) => identifies)),
  };
}

/**
 * Leaves one source out at a time, trains on all others, and judges the documents of the one.
 *
 * @param asked - What is judged: by default the corpus's documents, without the invented ones from which is learned too. Or the
 *   same documents as they were read in another way.
 */
export function leaveSourcesOut(
  samples: readonly Sample[],
  asked: readonly Sample[] = samples.filter((one) => !isTaught(one)),
): readonly Judged[] {
  const sources = [...new Set(asked.map(({ source }) => source))].sort((one, other) => one - other);
  return sources.flatMap((source) => {
    const model = learnFrom(samples.filter((sample) => sample.source !== source));
    return asked.filter((sample) => sample.source === source).map((sample) => judgeBy(model, sample));
  });
}

export interface Thresholds {
  /** Scores, before squashing. */
  readonly weak: number;
  readonly strong: number;
}

/** Strata whose words are those of patients' documents. */
export const isHard = ({ stratum }: Sample): boolean => /^H[236]/.test(stratum);

/** Share of harmless documents that make the tail, from which rarer scores are reckoned. */
const tailShare = 0.05;
/** Shares of harmless documents that may lie above each threshold: nine tenths of the goals of issue 12. */
const allowed = { weak: 0.0045, strong: 0.0018, weakHard: 0.0135 } as const;
/** Least distance of a strong document's score from the highest harmless one. */
const distance = 0.05;

/**
 * Where a document begins to be weak and strong, from scores by models that never saw its source: there the tail of harmless
 * scores, taken as exponential, falls to nine tenths of what may be flagged. One odd document moves it little.
 */
export function thresholdsFor(judged: readonly Judged[]): Thresholds {
  const harmless = judged.filter(({ sample }) => sample.label === "harmless");
  const scores = harmless.map(({ score }) => score);
  const hard = harmless.filter(({ sample }) => isHard(sample)).map(({ score }) => score);
  const weak = Math.max(exceededBy(scores, allowed.weak), exceededBy(hard, allowed.weakHard));
  const identified = harmless.map((one) => one.identified);
  const strong = Math.max(exceededBy(scores, allowed.strong), Math.max(...identified) + distance, weak);
  return { weak, strong };
}

/** The score that a share of the tail's distribution exceeds; the one highest score counts as no higher than the next. */
function exceededBy(scores: readonly number[], share: number): number {
  const falling = [...scores].sort((one, other) => other - one);
  const count = Math.max(2, Math.floor(falling.length * tailShare));
  const from = falling[count] ?? 0;
  const tail = falling.slice(1, count).map((score) => score - from);
  const mean = (tail.reduce((sum, excess) => sum + excess, 0) + (tail[0] ?? 0)) / count;
  return from + mean * Math.log(tailShare / share);
}
