import { fit, type Model, scoreOf, spokesman } from "./fit.ts";
import type { Sample } from "./table.ts";

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
  return { sample, score: best(sample.rows), identified: best(sample.rows.filter(({ identifies }) => identifies)) };
}

/** Leaves one source out at a time, trains on all others, and judges the documents of the one. */
export function leaveSourcesOut(samples: readonly Sample[]): readonly Judged[] {
  const sources = [...new Set(samples.map(({ source }) => source))].sort((one, other) => one - other);
  return sources.flatMap((source) => {
    const model = fit(samples.filter((sample) => sample.source !== source));
    return samples.filter((sample) => sample.source === source).map((sample) => judgeBy(model, sample));
  });
}

export interface Thresholds {
  /** Scores, before squashing. */
  readonly weak: number;
  readonly strong: number;
}

/** Harmless documents that may be flagged: 0.5 % of all and 1.5 % of the hard ones (issue 12). */
const goals = { all: 0.005, hard: 0.015 } as const;
/** Strata whose words are those of patients' documents. */
export const isHard = ({ stratum }: Sample): boolean => /^H[236]/.test(stratum);

/**
 * Where a document begins to be weak and strong, from scores by models that never saw its source. Weak lies in the middle
 * between the harmless document that may still be flagged and the next one below; strong above every harmless document by the
 * half of the gap to the patients' documents' middle.
 */
export function thresholdsFor(judged: readonly Judged[]): Thresholds {
  const harmless = judged.filter(({ sample }) => sample.label === "harmless");
  const falling = (some: readonly Judged[], score: (one: Judged) => number) =>
    some.map(score).sort((one, other) => other - one);
  const middle = (scores: readonly number[], allowed: number) =>
    ((scores[allowed - 1] ?? scores[0] ?? 0) + (scores[allowed] ?? 0)) / 2;
  const hard = harmless.filter(({ sample }) => isHard(sample));
  const ofAll = middle(falling(harmless, ({ score }) => score), Math.floor(harmless.length * goals.all));
  const ofHard = middle(falling(hard, ({ score }) => score), Math.floor(hard.length * goals.hard));
  const weak = Math.max(ofAll, ofHard);
  const highest = falling(harmless, ({ identified }) => identified)[0] ?? 0;
  const patients = falling(
    judged.filter(({ sample }) => sample.label === "patient" && !sample.stratum.startsWith("P3")),
    ({ identified }) => identified,
  ).filter((score) => score !== nothing);
  const typical = patients[Math.floor(patients.length / 2)] ?? highest;
  return { weak, strong: Math.max(weak, highest + 0.1 * Math.max(0, typical - highest)) };
}
