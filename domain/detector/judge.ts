import { recognisers } from "./recognisers.ts";
import { type PlacedSection, sectionsOf } from "./sections.ts";
import type { Context, Finding, FindingKind, Reading, Strength, Verdict } from "./verdict.ts";
import {
  bias,
  identifying,
  provenanceWeight,
  thresholds,
  type Weight,
  weights,
  weightsVersion,
} from "./weights.ts";

/** Words that a section counts as at least: one clinical word in a line of ten makes no note. */
const shortest = 60;

/** Findings that a verdict carries at most. */
const findingsAtMost = 200;

const countsPatients: ReadonlySet<FindingKind> = new Set(["nhs-number", "chi-number", "hc-number"]);

interface Evidence {
  readonly score: number;
  readonly identifies: boolean;
  readonly findings: readonly Finding[];
}

/** Squashes a score to 0..1. */
const squash = (score: number) => 1 / (1 + Math.exp(-score));

/**
 * Says whether a document is about an identifiable patient, and why.
 *
 * Each section is scored by itself and the strongest one speaks for the document; findings of the others are kept
 * with weight 0, so that the parts and the bias always add up to the score. Takes time in proportion to the text.
 */
export function judge(reading: Reading, context: Context = {}): Verdict {
  const patients = new Set<string>();
  const elsewhere: Finding[] = [];
  let best: Evidence = { score: 0, identifies: false, findings: [] };
  for (const section of sectionsOf(reading.text)) {
    const evidence = weigh(section, patients);
    const [stronger, weaker] = strongerFirst(evidence, best);
    best = stronger;
    if (elsewhere.length < findingsAtMost)
      for (const finding of weaker.findings) elsewhere.push({ ...finding, weight: 0 });
  }
  const origin = context.provenance ? [provenance(reading)] : [];
  const parts = best.score + origin.reduce((sum, finding) => sum + finding.weight, 0);
  const score = squash(bias + parts);
  const strength = strengthOf(score, best.identifies || origin.length > 0, reading);
  const findings = [...origin, ...kept(best.findings, elsewhere)].slice(0, findingsAtMost);
  const unreadable = reading.unreadable === undefined ? {} : { unreadable: reading.unreadable };
  return {
    version: weightsVersion,
    strength,
    score,
    findings,
    format: reading.format,
    read: reading.read,
    ...unreadable,
    patients: patients.size,
  };
}

const strongerFirst = (one: Evidence, other: Evidence) =>
  Number(one.identifies) - Number(other.identifies) > 0 || one.score >= other.score
    ? ([one, other] as const)
    : ([other, one] as const);

function weigh(section: PlacedSection, patients: Set<string>): Evidence {
  const words = Math.max(shortest, countWords(section.text));
  const findings: Finding[] = [];
  let score = 0;
  let identifies = false;
  for (const recogniser of recognisers) {
    const seen = [...recogniser.see(section)];
    if (seen.length === 0) continue;
    identifies ||= identifying.has(recogniser.name);
    const parts = partsOf(weights[recogniser.name], seen.length, words);
    seen.forEach(({ start, end, number }, place) => {
      const weight = parts(place);
      score += weight;
      if (number !== undefined && countsPatients.has(recogniser.kind) && recogniser.name !== "bare-number")
        patients.add(number);
      const ending = number === undefined ? {} : { ending: number.slice(-4) };
      findings.push({
        kind: recogniser.kind,
        start: section.at + start,
        end: section.at + end,
        weight,
        ...ending,
      });
    });
  }
  return { score, identifies, findings };
}

/** The part of the score that each of several findings of one recogniser gets. */
function partsOf(weight: Weight, count: number, words: number): (place: number) => number {
  if (weight.dense) {
    const whole = Math.min(weight.most, (weight.first * count * 100) / words);
    return () => whole / count;
  }
  return (place) =>
    place === 0
      ? weight.first
      : Math.max(0, Math.min(weight.more, weight.most - weight.first - (place - 1) * weight.more));
}

function countWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let place = 0; place < text.length; place++) {
    const blank = text.charCodeAt(place) <= 32;
    if (!blank && !inside) count++;
    inside = !blank;
  }
  return count;
}

const provenance = (reading: Reading): Finding => ({
  kind: "provenance",
  start: 0,
  end: reading.text.length,
  weight: provenanceWeight,
});

function strengthOf(score: number, identifies: boolean, reading: Reading): Strength {
  if (score >= thresholds.strong && identifies) return "strong";
  if (reading.unreadable !== undefined || reading.read.done < reading.read.of) return "unreadable";
  return score >= thresholds.weak ? "weak" : "none";
}

/** The findings of the strongest section first, then the others, each place and kind once. */
function kept(best: readonly Finding[], elsewhere: readonly Finding[]): readonly Finding[] {
  const known = new Set<string>();
  return [...best, ...elsewhere].filter(({ kind, start }) => {
    const key = `${kind} ${start}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
