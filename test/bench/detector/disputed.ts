import { scoreOfBands } from "#domain/detector/judge";
import type { Band } from "#domain/detector/verdict";
import { thresholds } from "#domain/detector/weights";

/** A document that somebody said is no patient's, as the model judges what was seen in it now. */
export interface Replayed {
  readonly at: string;
  readonly outcome: string;
  readonly reason: string;
  readonly before: string;
  readonly score: number;
  readonly now: "strong" | "weak" | "none";
  /** What was seen in it, the most first. */
  readonly saw: readonly Band[];
}

/**
 * What was said to be no patient document, out of a log as the lead exports it (`ledger.jsonl`), judged anew from the bands
 * that the event holds. Nothing is learned from it: that is for people to decide.
 */
export function replayed(jsonl: string): readonly Replayed[] {
  return jsonl.split("\n").flatMap((line) => {
    if (!line.includes('"mail.outcome"')) return [];
    const event = JSON.parse(line) as { kind?: string; at?: string; occurredAt?: string; detail?: unknown };
    const detail = detailOf(event.detail);
    if (event.kind !== "mail.outcome" || !detail?.saw) return [];
    const score = scoreOfBands(detail.saw);
    return {
      at: event.occurredAt ?? event.at ?? "",
      outcome: detail.outcome ?? "",
      reason: detail.reason ?? "",
      before: detail.strength ?? "",
      score,
      now: score >= thresholds.strong ? "strong" : score >= thresholds.weak ? "weak" : "none",
      saw: [...detail.saw].sort((one, other) => other.tenths - one.tenths),
    };
  });
}

interface Detail {
  readonly outcome?: string;
  readonly reason?: string;
  readonly strength?: string;
  readonly saw?: readonly Band[];
}

/** A log holds details as texts; of an event that was erased there is none. */
function detailOf(detail: unknown): Detail | undefined {
  const value: unknown = typeof detail === "string" && detail !== "" ? JSON.parse(detail) : detail;
  return typeof value === "object" && value !== null ? value : undefined;
}

export function printReplayed(rows: readonly Replayed[]): void {
  console.log(`${rows.length} documents were said to be no patient's and hold what was seen in them`);
  for (const { at, outcome, reason, before, now, score, saw } of rows) {
    const seen = saw.map(({ name, tenths }) => `${name} ${tenths}`).join(", ");
    console.log(
      `${at.slice(0, 16).padEnd(17)}${outcome} ${reason} | then ${before}, now ${now} (${score.toFixed(2)}) | ${seen}`,
    );
  }
  const still = rows.filter(({ now }) => now !== "none").length;
  console.log(`${still} of them are still flagged by the model as it is now`);
}
