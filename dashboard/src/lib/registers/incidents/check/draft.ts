import { utf8ToBytes } from "@noble/hashes/utils.js";
import { readingOf } from "#domain/registers/incidents/reading";
import { type IncidentReport, writtenTexts } from "#domain/registers/incidents/report";
import { namedInTexts, sayNamed } from "#domain/registers/screened";
import type { Paper } from "#lib/export/paper.ts";
import { breachPaper } from "#lib/export/papers/breach-paper.ts";
import { digestOf } from "#lib/format/digest.ts";
import type { CaseView } from "#lib/registers/incidents/case/case-view.ts";
import { readDraft } from "#lib/registers/incidents/files.ts";
import { placeOf } from "#lib/registers/incidents/words/named-in-report.ts";
import type { DoubtInReport } from "./doubts-of.ts";

/** A report as it would be frozen now, as somebody reads it. */
export type Draft = {
  readonly report: IncidentReport;
  /** The version of the incident that it shows. */
  readonly seen: number;
  /** SHA-256 of what is read. */
  readonly read: string;
  readonly paper: Paper;
  readonly doubts: readonly DoubtInReport[];
  /** By the words as they stand: why they are marked. */
  readonly marks: ReadonlyMap<string, string>;
  /** Where the screen found a patient named. */
  readonly named: readonly { readonly place: string; readonly says: string }[];
};

/** The list of ordinary words is fetched when this is asked, and not before. */
export async function draftOf(view: CaseView): Promise<Draft> {
  const [{ report, seen }, { doubtsOf }] = await Promise.all([
    readDraft(view.file.incident.id),
    import("./doubts-of.ts"),
  ]);
  const known = [
    ...[...view.people, ...view.colleagues].map(({ name }) => name),
    ...view.people.map(({ email = "" }) => email),
  ];
  const doubts = doubtsOf(report, known);
  return {
    report,
    seen,
    read: digestOf(utf8ToBytes(readingOf(report))),
    paper: breachPaper(report, ""),
    doubts,
    marks: new Map(doubts.map(({ words, why }) => [words, why])),
    named: namedInTexts(writtenTexts(report)).map(({ path, found }) => ({
      place: placeOf(path),
      says: sayNamed(found),
    })),
  };
}
