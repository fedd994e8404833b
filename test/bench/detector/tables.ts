import type { Judged, Thresholds } from "../../../scripts/detector/folds.ts";
import { isHard } from "../../../scripts/detector/folds.ts";
import { share, wilson } from "./share.ts";

export type Outcome = "strong" | "weak" | "none" | "unreadable";

/** What the person would be told of a document, as `judge` decides it. */
export function outcomeOf({ score, identified, sample }: Judged, { weak, strong }: Thresholds): Outcome {
  if (identified >= strong) return "strong";
  if (sample.unread) return "unreadable";
  return score >= weak ? "weak" : "none";
}

export interface Counted {
  readonly name: string;
  readonly n: number;
  readonly strong: number;
  readonly weak: number;
  readonly none: number;
  readonly unreadable: number;
  /** Weak or strong: share, and 95 % Wilson interval. */
  readonly flagged: readonly [share: number, low: number, high: number];
}

export interface Result {
  readonly judged: Judged;
  readonly outcome: Outcome;
}

export function counted(name: string, results: readonly Result[]): Counted {
  const count = (outcome: Outcome) => results.filter((one) => one.outcome === outcome).length;
  const flagged = count("strong") + count("weak");
  return {
    name,
    n: results.length,
    strong: count("strong"),
    weak: count("weak"),
    none: count("none"),
    unreadable: count("unreadable"),
    flagged: [flagged / Math.max(1, results.length), ...wilson(flagged, results.length)],
  };
}

/** A table by what is asked of each result, in the order of names. */
export function by(results: readonly Result[], key: (result: Result) => string): readonly Counted[] {
  const names = [...new Set(results.map(key))].sort();
  return names.map((name) =>
    counted(
      name,
      results.filter((one) => key(one) === name),
    ),
  );
}

export function print(title: string, rows: readonly Counted[]): void {
  console.log(`\n${title.padEnd(34)}   n strong  weak  none unread   flagged (95 %)`);
  for (const { name, n, strong, weak, none, unreadable } of rows) {
    const cells = [strong, weak, none, unreadable].map((value) => String(value).padStart(5)).join(" ");
    console.log(`${name.padEnd(34)}${String(n).padStart(4)} ${cells}   ${share(strong + weak, n)}`);
  }
}

/** The groups that issue 12 has goals for. */
export function summary(results: readonly Result[]): readonly Counted[] {
  const of = (test: (result: Result) => boolean) => results.filter(test);
  const isPatient = ({ judged }: Result) => judged.sample.label === "patient";
  const isStructured = ({ judged }: Result) => judged.sample.stratum.startsWith("P3");
  const plain = of((one) => isPatient(one) && !isStructured(one));
  return [
    counted("unstructured patients' documents", plain),
    counted(
      "  of which read (no OCR needed)",
      plain.filter(({ judged }) => !judged.sample.unread),
    ),
    counted(
      "UK letters",
      of(({ judged }) => judged.sample.stratum === "P1_uk_letter"),
    ),
    counted("structured (P3)", of(isStructured)),
    counted(
      "harmless",
      of((one) => !isPatient(one)),
    ),
    counted(
      "  hard negatives (H2, H3, H6)",
      of(({ judged }) => isHard(judged.sample)),
    ),
  ];
}
