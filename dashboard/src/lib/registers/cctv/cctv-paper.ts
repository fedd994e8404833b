import type { OffsetAt } from "#domain/base/local-time";
import { longDate, longMoment, shortDate } from "#domain/base/local-words";
import { daysAfter } from "#domain/law/working-days";
import {
  cameraCheckColumns,
  exportColumns,
  needReviewColumns,
  ourCheckColumns,
  systemColumns,
  viewerColumns,
  viewingColumns,
} from "#domain/registers/cctv/csv";
import { daySpans } from "#domain/registers/cctv/kept";
import { ourChecks } from "#domain/registers/cctv/our-checks";
import type { CameraCheckRow, CameraRow, CctvAnswer, ViewingRow } from "#domain/registers/cctv/rows";
import { isUsed } from "#domain/registers/cctv/standing";
import { disclosureColumns } from "#domain/registers/disclosures/csv";
import type { DisclosureRow } from "#domain/registers/disclosures/disclosure-row";
import { holdColumns } from "#domain/registers/holds/csv";
import type { HoldRow } from "#domain/registers/holds/hold-row";
import type { Block, Paper } from "#lib/export/paper.ts";
import { listTable } from "#lib/export/papers/list-table.ts";
import { cctvSentence, dayWords } from "./cctv-words.ts";

/** A year of the register, each list the newest first. */
export interface CctvYear {
  /** Civil date of its first day. */
  readonly since: string;
  readonly checks: readonly CameraCheckRow[];
  /** Placed in the year, and those that run. */
  readonly holds: readonly HoldRow[];
  readonly viewings: readonly ViewingRow[];
  readonly disclosures: readonly DisclosureRow[];
}

interface Around {
  readonly clinic: string;
  readonly offsetAt: OffsetAt;
  readonly nameOf: (id: string) => string;
  /** Days that the table of each camera's days goes back. */
  readonly back: number;
}

/** CCTV for whoever inspects: what is on the recorders day by day, and a year of looks, holds, viewings and disclosures. */
export function cctvPaper(known: CctvAnswer, year: CctvYear, around: Around): Paper {
  const { clinic, offsetAt, back } = around;
  const nameOf = (id: string): string => (id === "" ? "" : around.nameOf(id));
  const { today, asOf } = known;
  const part = (text: string, blocks: readonly Block[]): Block[] => [
    { is: "heading", level: 2, text },
    ...blocks,
  ];
  return {
    title: `CCTV as of ${longDate(today)}`,
    subject: "CCTV",
    author: clinic,
    madeAtMs: Date.parse(asOf),
    foot: [`${clinic} \u00b7 CCTV`, `As of ${longMoment(asOf, offsetAt)}`],
    blocks: [
      { is: "paragraph", text: clinic, look: "strong" },
      { is: "paragraph", text: cctvSentence(known) },
      { is: "paragraph", text: `Looks, holds, viewings and disclosures since ${longDate(year.since)}.` },
      ...part("Systems", listTable(systemColumns, known.systems, nameOf, 2, "None.")),
      ...part(`What is on the recorders, ${back} days back`, daysOf(known, back)),
      ...part("Looks at the recorder, by camera", looksOf(known.cameras, year.checks)),
      ...part(
        "Each look",
        listTable(cameraCheckColumns, year.checks, nameOf, 2, "Nobody looked in this time."),
      ),
      ...part("Holds", listTable(holdColumns(today).slice(1), year.holds, nameOf, 1, "Nothing was held.")),
      ...part("Exports that are open", listTable(exportColumns, known.exports, nameOf, 1, "None.")),
      ...part("Viewings", listTable(viewingColumns, year.viewings, nameOf, 2, "Nobody looked at pictures.")),
      ...part(
        "Given to others",
        listTable(
          disclosureColumns,
          year.disclosures,
          nameOf,
          2,
          "Nobody was given pictures, and nobody asked.",
        ),
      ),
      ...part("Who may look, and might", listTable(viewerColumns, known.viewers, nameOf, 2, "Nobody.")),
      ...part(
        `Our checks: ${known.checks.length} of ${ourChecks.length} were made`,
        listTable(ourCheckColumns, known.checks, nameOf, 2, "None was made yet."),
      ),
      ...part(
        "Reviews of need that nobody has signed",
        listTable(needReviewColumns, known.unsigned, nameOf, 2, "None."),
      ),
      {
        is: "paragraph",
        look: "muted",
        text: "From the clinic’s register, as it was entered there. The pictures themselves stay on the recorder.",
      },
    ],
  };
}

/** What the page draws as a strip, in words: a line a stretch of days that are kept, held, gone or past their day. */
function daysOf({ cameras, held, today }: CctvAnswer, back: number): readonly Block[] {
  const from = daysAfter(today, -back);
  const lineOf = (camera: CameraRow): readonly string[] => {
    const holds = held.filter((one) => one.camera === camera.id);
    const spans = daySpans(from, today, today, { ...camera, held: holds });
    const says = spans
      .filter(({ state }) => state !== "none")
      .map((span) =>
        span.from === span.to
          ? `${shortDate(span.from)}: ${dayWords[span.state]}`
          : `${shortDate(span.from)} to ${shortDate(span.to)}: ${dayWords[span.state]}`,
      );
    return [
      `${camera.name}, ${camera.site}\nlimit ${camera.days} days`,
      says.join("\n") || "nothing is kept",
    ];
  };
  const used = cameras.filter(isUsed);
  if (used.length === 0) return [{ is: "paragraph", text: "No camera is used." }];
  return [{ is: "table", head: ["Camera", "Days"], shares: [0.34, 0.66], rows: used.map(lineOf) }];
}

/** How often each camera was looked at in the year, and how often that found pictures past their day. */
function looksOf(cameras: readonly CameraRow[], checks: readonly CameraCheckRow[]): readonly Block[] {
  const rows = cameras.map(({ id, name, site, checkedOn }) => {
    const own = checks.filter(({ camera }) => camera === id);
    const beyond = own.filter(({ age, limit }) => age > limit).length;
    const last = checkedOn === "" ? "never" : shortDate(checkedOn);
    return [`${name}, ${site}`, String(own.length), last, String(beyond)];
  });
  if (rows.length === 0) return [{ is: "paragraph", text: "No camera is in the register." }];
  const head = ["Camera", "Looks", "The last", "Past its day"];
  return [{ is: "table", head, shares: [0.46, 0.14, 0.22, 0.18], rows }];
}
