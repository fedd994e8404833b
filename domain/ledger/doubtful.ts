import type { EventKind } from "./event-kinds.ts";
import type { EventRow } from "./ledger.ts";

/**
 * Stored events that may tell of what nobody did: an adapter took ordinary clicks for acts, and the address, which
 * would tell them from true ones, is never kept. They stay as they are, for evidence is not rewritten; everywhere they
 * are shown as doubtful, and are counted apart.
 */

/** Acts of one kind that one adapter told wrongly before it was mended. */
export interface Doubt {
  /** Adapter as `system` begins; '' for every adapter. */
  readonly adapter: string;
  readonly kind: EventKind;
  /** `detail.what`; absent: whatever was taken out. */
  readonly what?: string;
  /** Told by a version of the adapter below this one. A detail of `v` 1 names none: it is of version 1. */
  readonly below: number;
  /** Day on which the fault was mended, `yyyy-mm-dd`; a browser that was not updated goes on after it. */
  readonly mended: string;
  /** What was taken for the act, to be read after "It may be that nobody did this:". */
  readonly why: string;
}

const mended = "2026-11-29";
const anyClick = "a click with the right button, or one that the page turned down, was taken for it too";

/** The first that fits says why: the particular before the general. */
export const doubts: readonly Doubt[] = [
  {
    adapter: "cliniko",
    kind: "record.export",
    what: "list",
    below: 2,
    mended,
    why: "each click on a link to Patients, to Exports or to a patient’s name was taken for an export of the record that was open",
  },
  {
    adapter: "cliniko",
    kind: "record.export",
    what: "patient",
    below: 2,
    mended,
    why: "a link to a page about an export was taken for the export itself",
  },
  {
    adapter: "cliniko",
    kind: "record.download",
    what: "attachment",
    below: 2,
    mended,
    why: "a link to the page of an attachment, to change or remove it too, was taken for a download",
  },
  {
    adapter: "cliniko",
    kind: "record.download",
    what: "letter",
    below: 2,
    mended,
    why: "a link to the print view of a letter was taken for a download",
  },
  {
    adapter: "cliniko",
    kind: "record.download",
    what: "treatment-note",
    below: 2,
    mended,
    why: "a link to the print view of a treatment note was taken for a download",
  },
  {
    adapter: "",
    kind: "record.download",
    what: "file",
    below: 2,
    mended,
    why: "a file that had nothing to do with the record was booked on the one that was open, and so was a click with the right button",
  },
  {
    adapter: "orthanc",
    kind: "record.download",
    what: "attachment",
    below: 2,
    mended,
    why: "a click beside the link, within its row, was taken for a download",
  },
  { adapter: "", kind: "record.export", below: 2, mended, why: anyClick },
  { adapter: "", kind: "record.download", below: 2, mended, why: anyClick },
  {
    adapter: "cliniko",
    kind: "record.search",
    below: 2,
    mended,
    why: "a list that was filtered, sorted or turned over, and going back to one, was taken for a search",
  },
  {
    adapter: "",
    kind: "record.search",
    below: 2,
    mended,
    why: "results that were shown again were taken for another search",
  },
];

/** What of an event tells whether it is doubtful. */
export type Doubted = Pick<EventRow, "kind" | "system" | "detail">;

/** Why an event is doubtful; undefined for one that is not, and for one whose content is erased. */
export function doubtOf({ kind, system, detail }: Doubted): Doubt | undefined {
  const [adapter = ""] = system.split(":");
  const of = doubts.filter((one) => one.kind === kind && (one.adapter === "" || one.adapter === adapter));
  if (of.length === 0 || detail === "") return undefined;
  const { what, version } = toldBy(detail);
  return of.find((one) => (one.what === undefined || one.what === what) && version < one.below);
}

/** What was taken out, and the adapter's version: infinite where the detail can't be read. */
function toldBy(detail: string): { readonly what: unknown; readonly version: number } {
  try {
    const { v, what, adapter } = JSON.parse(detail) as { v?: unknown; what?: unknown; adapter?: unknown };
    return { what, version: v === 1 ? 1 : typeof adapter === "number" ? adapter : Number.POSITIVE_INFINITY };
  } catch {
    return { what: undefined, version: Number.POSITIVE_INFINITY };
  }
}
