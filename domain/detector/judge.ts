import {
  blockWindowsOf,
  countOf,
  type Sightings,
  seenWithin,
  sightingsIn,
  type Window,
  windowsOf,
} from "./evidence.ts";
import { featureNames, features } from "./features.ts";
import { plainText } from "./plain-text.ts";
import { type RecogniserName, recognisers } from "./recognisers.ts";
import { type PlacedSection, sectionsOf } from "./sections.ts";
import { isAboutStaff } from "./staff.ts";
import type { Against, Band, Context, Finding, FindingKind, Reading, Strength, Verdict } from "./verdict.ts";
import { bias, identifying, provenanceWeight, thresholds, weights, weightsVersion } from "./weights.ts";

/** Findings that a verdict carries at most. */
const findingsAtMost = 200;
/** Findings of one recogniser that share its feature's part; the others are shown with none. */
const sharersAtMost = 4;

const countsPatients: ReadonlySet<FindingKind> = new Set(["nhs-number", "chi-number", "hc-number"]);

type Weighed = (Finding | Against) & { readonly by: RecogniserName };

interface Evidence {
  readonly score: number;
  readonly identifies: boolean;
  /** A number of a health service, whose check digit fits, stands in it. */
  readonly numbered: boolean;
  readonly window?: Window;
  readonly section?: PlacedSection;
  /** What was seen in the section. */
  readonly seen?: Sightings;
}

/** Squashes a score to 0..1. */
const squash = (score: number) => 1 / (1 + Math.exp(-score));

/**
 * Says whether a document is about an identifiable patient, and why.
 *
 * Each stretch of it is scored by itself and the strongest one speaks for the document; findings of the others are kept
 * with weight 0, so that the parts and the bias always add up to the score. Takes time in proportion to the text.
 */
export function judge(reading: Reading, context: Context = {}): Verdict {
  const { text, originalOf } = plainText(reading.text);
  const patients = new Set<string>();
  const elsewhere: Weighed[] = [];
  let best: Evidence = { score: 0, identifies: false, numbered: false };
  for (const section of sectionsOf(text)) {
    const seen = sightingsIn(section);
    countPatients(seen, patients);
    if (elsewhere.length < findingsAtMost) elsewhere.push(...placed(section, seen, () => 0));
    const evidenceOf = (window: Window): Evidence => ({
      ...{ score: scoreOf(window), identifies: identifiesIn(window), numbered: numberedIn(window) },
      ...{ window, section, seen },
    });
    for (const window of windowsOf(section, seen)) best = stronger(evidenceOf(window), best);
    // What stands beside a note that is strong by itself takes nothing of that.
    if (!isStrong(best))
      for (const window of blockWindowsOf(section, seen)) {
        const evidence = evidenceOf(window);
        if (isStrong(evidence)) best = stronger(evidence, best);
      }
  }
  const weighed =
    best.window && best.section && best.seen
      ? placed(best.section, seenWithin(best.seen, best.window), partsOf(best.window))
      : [];
  const origin = context.provenance ? [provenance(reading)] : [];
  const score = squash(bias + best.score + (origin[0]?.weight ?? 0));
  const strength = strengthOf(score, best, origin.length > 0, reading);
  const staff = strength === "none" && context.staffPapers !== false ? isAboutStaff(text) : undefined;
  const { findings, against } = told([...weighed, ...elsewhere]);
  const inPlace = <One extends Finding | Against>(one: One): One => ({
    ...one,
    start: originalOf(one.start),
    end: originalOf(one.end),
  });
  return {
    version: weightsVersion,
    strength: staff ? "weak" : strength,
    score,
    findings: [...origin, ...(staff ? [{ ...staff, weight: 0 }] : []), ...findings]
      .slice(0, findingsAtMost)
      .map(inPlace),
    format: reading.format,
    read: reading.read,
    ...(reading.unreadable !== undefined && { unreadable: reading.unreadable }),
    patients: patients.size,
    ...(best.window && { bands: bandsOf(best.window) }),
    ...(against.length > 0 && { against: against.map(inPlace) }),
    ...(staff && { about: "staff" as const }),
  };
}

/** Part of a window in the score. */
export const scoreOf = ({ values }: Window): number =>
  values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);

/** A window's values in tenths, and those alone that are seen. */
const bandsOf = ({ values }: Window): readonly Band[] =>
  featureNames.flatMap((name, place) => {
    const value = values[place] ?? 0;
    return value > 0 ? [{ name, tenths: Math.max(1, Math.round(value * 10)) }] : [];
  });

/** What bands score under the model as it is now, squashed: a name that it no longer knows weighs nothing. */
export const scoreOfBands = (bands: readonly Band[]): number =>
  squash(
    bias +
      bands.reduce(
        (sum, { name, tenths }) => sum + (tenths / 10) * (weights[featureNames.indexOf(name)] ?? 0),
        0,
      ),
  );

const noteLike = featureNames.indexOf("note-like");
/** Four different marks of a note tell one person's story, with or without a name. */
const storyFrom = 0.5;

/** Whether a window says of somebody who that is, or tells one person's story. */
export function identifiesIn({ counts, values }: Window): boolean {
  if ((values[noteLike] ?? 0) >= storyFrom) return true;
  for (const name of counts.keys()) if (identifying.has(name)) return true;
  return false;
}

/** From which squashed score on it is strong: such a number says by itself who is meant, the rest that it is about them. */
const strongFrom = (numbered: boolean): number => (numbered ? thresholds.weak : thresholds.strong);

const isStrong = ({ score, identifies, numbered }: Evidence): boolean =>
  identifies && squash(bias + score) >= strongFrom(numbered);

const numberRecognisers = features.find(({ name }) => name === "health-number")?.of ?? [];
const numberedIn = ({ counts }: Window): boolean => numberRecognisers.some((name) => counts.has(name));

/** What is strong goes before what is not; else the higher score. */
function stronger(one: Evidence, other: Evidence): Evidence {
  if (other.window === undefined) return one;
  const strong = Number(isStrong(one)) - Number(isStrong(other));
  return strong > 0 || (strong === 0 && one.score > other.score) ? one : other;
}

function countPatients(seen: Sightings, patients: Set<string>): void {
  for (const { name, kind } of recognisers)
    if (kind !== "other-paper" && countsPatients.has(kind) && name !== "bare-number")
      for (const { number } of seen.get(name) ?? []) if (number !== undefined) patients.add(number);
}

/** The part of each recogniser's first findings: its feature's, and of the joint ones what it has a share in. */
function partsOf({ counts, values }: Window): (name: RecogniserName) => number {
  const parts = new Map<RecogniserName, number>();
  const share = (isMeant: (place: number) => boolean, part: number) => {
    const sharers = features.filter((feature, place) => isMeant(place) && countOf(feature, counts) > 0);
    for (const feature of sharers) {
      const names = feature.of.filter((name) => counts.has(name));
      for (const name of names)
        parts.set(
          name,
          (parts.get(name) ?? 0) +
            part / sharers.length / names.length / Math.min(sharersAtMost, counts.get(name) ?? 1),
        );
    }
  };
  const partOf = (place: number) => (values[place] ?? 0) * (weights[place] ?? 0);
  features.forEach((_, place) => {
    share((one) => one === place, partOf(place));
  });
  const isWho = (place: number) => features[place]?.who !== undefined;
  const isWhat = (place: number) => features[place]?.what === true;
  share(isWho, partOf(features.length));
  share((place) => isWho(place) || isWhat(place), partOf(features.length + 1));
  share(isWhat, partOf(features.length + 2));
  return (name) => parts.get(name) ?? 0;
}

function placed(
  section: PlacedSection,
  seen: Sightings,
  partOf: (name: RecogniserName) => number,
): Weighed[] {
  return recognisers.flatMap(({ name, kind }) => {
    const part = partOf(name);
    return (seen.get(name) ?? []).map(({ start, end, number }, place): Weighed => {
      const ending = number === undefined || kind === "other-paper" ? {} : { ending: number.slice(-4) };
      const weight = place < sharersAtMost ? part : 0;
      return { by: name, kind, start: section.at + start, end: section.at + end, weight, ...ending };
    });
  });
}

const provenance = (reading: Reading): Finding => ({
  kind: "provenance",
  start: 0,
  end: reading.text.length,
  weight: provenanceWeight,
});

function strengthOf(
  score: number,
  { identifies, numbered }: Evidence,
  comesFromSystem: boolean,
  reading: Reading,
): Strength {
  if (score >= strongFrom(numbered) && (identifies || comesFromSystem)) return "strong";
  if (reading.unreadable !== undefined || reading.read.done < reading.read.of) return "unreadable";
  return score >= thresholds.weak ? "weak" : "none";
}

/** What weighs anything first, then the others, each place and kind once; what speaks against it apart. */
function told(all: readonly Weighed[]): { findings: Finding[]; against: Against[] } {
  const findings: Finding[] = [];
  const against: Against[] = [];
  const known = new Set<string>();
  for (const { by, ...one } of [...all].sort((a, b) => Number(b.weight !== 0) - Number(a.weight !== 0))) {
    const key = `${one.kind} ${one.start} ${one.weight === 0 ? "" : by}`;
    if (one.weight === 0 && known.has(`${one.kind} ${one.start}`)) continue;
    if (known.has(key)) continue;
    known.add(key).add(`${one.kind} ${one.start}`);
    if (one.kind === "other-paper") {
      if (one.weight !== 0) against.push({ ...one, kind: one.kind });
    } else if (findings.length < findingsAtMost) findings.push({ ...one, kind: one.kind });
  }
  return { findings, against };
}
