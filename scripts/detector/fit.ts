import { priors, signs } from "#domain/detector/features";
import type { Row, Sample } from "./table.ts";

/** Weights in the order of `featureNames`, and what nothing at all scores. */
export interface Model {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** How strongly the weights are drawn back to what was set by hand: chosen by hand once, and kept. */
const pull = 0.005;
/** No weight grows beyond twice what was set by hand, nor shrinks below a third of it: so few sources can't say more. */
const bounds = { most: 2, least: 1 / 3 } as const;
const steps = 400;
/** Times that the stretch which speaks for a document is looked for again. */
const rounds = 6;
/** Part of all patient documents that records in a data format are: one rule finds them, and they are many. */
const structuredPart = 0.2;

const beginning: Model = { weights: priors, bias: -4 };

export const scoreOf = ({ weights, bias }: Model, { values }: Row): number =>
  values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), bias);

/** The stretch that speaks for a document. */
export function spokesman(model: Model, rows: readonly Row[]): Row | undefined {
  let best: Row | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const score = scoreOf(model, row);
    if (score > most) {
      most = score;
      best = row;
    }
  }
  return best;
}

interface Lesson {
  readonly row: Row;
  readonly isPatient: boolean;
  readonly weight: number;
}

/**
 * Logistic regression, drawn back to the weights that were set by hand (ridge), each weight between bounds of its own sign. A document is its
 * strongest stretch: of patients' the one under the weights so far, of harmless ones all that ever were the strongest. There
 * is no chance in it: the same samples give the same numbers.
 */
export function learnFrom(samples: readonly Sample[]): Model {
  const parts = partsOf(samples);
  let model = beginning;
  const spoke = samples.map(() => new Set<Row>());
  for (let round = 0; round < rounds; round++) {
    const lessons: Lesson[] = [];
    samples.forEach(({ rows, label }, place) => {
      const best = spokesman(model, rows);
      if (!best) return;
      const isPatient = label === "patient";
      if (!isPatient) spoke[place]?.add(best);
      const weight = parts[place] ?? 0;
      for (const row of isPatient ? [best] : (spoke[place] ?? [])) lessons.push({ row, isPatient, weight });
    });
    model = learn(lessons, model);
  }
  return model;
}

/** Of each class the same, and of a source with many documents less for each. */
function partsOf(samples: readonly Sample[]): readonly number[] {
  const groupOf = ({ label, stratum }: Sample) =>
    label === "harmless" ? "harmless" : stratum.startsWith("P3") ? "structured" : "plain";
  const sizes = new Map<string, number>();
  for (const sample of samples) {
    const key = `${groupOf(sample)} ${sample.source}`;
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const raw = samples.map((sample) => 1 / Math.sqrt(sizes.get(`${groupOf(sample)} ${sample.source}`) ?? 1));
  const sums = new Map<string, number>();
  samples.forEach((sample, place) => {
    sums.set(groupOf(sample), (sums.get(groupOf(sample)) ?? 0) + (raw[place] ?? 0));
  });
  const share = { harmless: 1, structured: structuredPart, plain: 1 - structuredPart };
  return samples.map(
    (sample, place) => ((raw[place] ?? 0) / (sums.get(groupOf(sample)) ?? 1)) * share[groupOf(sample)],
  );
}

const squash = (score: number) => 1 / (1 + Math.exp(-score));

/** Places and values of what is not 0, which is little of each row. */
const sparse = new WeakMap<Row, readonly (readonly [place: number, value: number])[]>();
function cellsOf(row: Row) {
  let cells = sparse.get(row);
  if (!cells) {
    cells = row.values.flatMap((value, place) => (value === 0 ? [] : [[place, value] as const]));
    sparse.set(row, cells);
  }
  return cells;
}

function learn(lessons: readonly Lesson[], from: Model): Model {
  const weights = Float64Array.from(from.weights);
  let bias = from.bias;
  const rows = lessons.map(({ row, isPatient, weight }) => ({
    cells: cellsOf(row),
    aim: Number(isPatient),
    weight,
  }));
  // No stretch has a longer vector than this; a step of 4 over it never overshoots.
  const longest = Math.max(
    ...lessons.map(({ row }) => row.values.reduce((sum, value) => sum + value * value, 1)),
  );
  const rate = 4 / (2 * longest + 4 * pull);
  for (let step = 0; step < steps; step++) {
    const slopes = weights.map((weight, place) => pull * (weight - (priors[place] ?? 0)));
    let biasSlope = 0;
    for (const { cells, aim, weight } of rows) {
      let score = bias;
      for (const [place, value] of cells) score += value * (weights[place] ?? 0);
      const miss = weight * (squash(score) - aim);
      biasSlope += miss;
      for (const [place, value] of cells) slopes[place] = (slopes[place] ?? 0) + miss * value;
    }
    weights.forEach((weight, place) => {
      const next = weight - rate * (slopes[place] ?? 0);
      const sign = signs[place] ?? 1;
      const prior = Math.abs(priors[place] ?? 0);
      weights[place] = sign * Math.min(bounds.most * prior, Math.max(bounds.least * prior, sign * next));
    });
    bias -= rate * biasSlope;
  }
  return { weights: [...weights], bias };
}
