import type { Draft } from "../reviews/item.ts";
import type { AuditCounts } from "./question.ts";

/** What of the audits and of the sample a review is told. */
export interface ReviewedAudits {
  readonly counts: AuditCounts;
  /** Names of audits whose day has passed. */
  readonly late: readonly string[];
  /** Rounds that were closed since the last review. */
  readonly closed: readonly {
    readonly name: string;
    readonly found: number;
    readonly missed: number;
    readonly conclusion: string;
  }[];
  /** The newest sample; undefined before the first. */
  readonly sample:
    | {
        readonly weekOf: string;
        readonly drawn: number;
        readonly looked: number;
        readonly noReason: number;
        readonly notClear: number;
        /** Whose accesses had no reason: they don't decide this item. */
        readonly concerned: readonly string[];
      }
    | undefined;
}

const shown = 12;

/** One item: what audits found, and the sample. Nothing that tells of a record stands in it. */
export function auditItems({ counts, late, closed, sample }: ReviewedAudits): Draft[] {
  if (counts.inUse === 0 && (sample === undefined || sample.drawn === 0)) return [];
  const left = sample ? sample.drawn - sample.looked : 0;
  const doubts = sample ? sample.noReason + sample.notClear : 0;
  const why = [
    ...(late.length > 0 ? ["an audit is late"] : []),
    ...(counts.findingsLate > 0 ? ["a finding is past its day"] : []),
    ...(left > 0 ? ["the week’s sample is not looked at"] : []),
    ...(doubts > 0 ? ["the sample has what nobody explained"] : []),
  ].join(", ");
  return [
    {
      key: "audits",
      subject: "",
      title: "Audits, and the week’s sample",
      facts: {
        figures: [
          { name: "Audits late", value: String(counts.late) },
          { name: "Being done", value: String(counts.open) },
          { name: "Findings open", value: String(counts.findings) },
          { name: "Of them late", value: String(counts.findingsLate) },
          ...(sample
            ? [
                { name: "Sample looked at", value: `${sample.looked} of ${sample.drawn}` },
                { name: "No reason found", value: String(sample.noReason) },
                { name: "Not clear yet", value: String(sample.notClear) },
              ]
            : []),
        ],
        lines: [
          ...late.slice(0, shown).map((name) => ({ name: "Late", words: name })),
          ...closed.slice(0, shown).map((round) => ({
            name: "Done",
            words: `${round.name}: ${foundWords(round)}. ${round.conclusion}`.slice(0, 1_900),
          })),
        ],
        people: [],
      },
      concerned: sample?.concerned ?? [],
      quiet: why === "" && closed.length === 0,
      ...(why !== "" && { open: why.charAt(0).toUpperCase() + why.slice(1) }),
    },
  ];
}

const foundWords = ({ found, missed }: { readonly found: number; readonly missed: number }): string =>
  `${found === 0 ? "nothing found" : found === 1 ? "one finding" : `${found} findings`}${missed > 0 ? `, ${missed} not looked at` : ""}`;
