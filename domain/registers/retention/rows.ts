import * as z from "zod/mini";
import { recordRef, systemName } from "../../base/forms.ts";
import { oneOf } from "../../base/keys-of.ts";
import { rowId } from "../../base/row-id.ts";
import { policy } from "../../policy.ts";
import { holdCauses } from "../holds/hold.ts";
import { firstOfMonth } from "./acts.ts";
import { type RowClass, rowClasses } from "./due.ts";
import { retentionStates } from "./state.ts";

const count = z.int().check(z.minimum(0), z.maximum(policy.retentionRowsAtOnce.amount));
const rowClass = z.enum(Object.keys(rowClasses) as [RowClass, ...RowClass[]]);
export const dateForms = ["iso", "day-first", "month-first"] as const;
export type DateForm = (typeof dateForms)[number];

/** A record as it leaves the browser: reference, class, and the first of the month after its last day; '' where it waits. */
export const listedRecord = z.tuple([recordRef, rowClass, z.union([firstOfMonth, z.literal("")])]);
export type ListedRecord = z.infer<typeof listedRecord>;

/** `POST /retention-list`: a list in three steps. Nothing counts before the last, which is one transaction. */
export const listBody = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("begin"),
    system: systemName,
    /** Of the rules by which it was computed. */
    schedule: z.string().check(z.maxLength(40)),
    dates: z.enum(dateForms),
    rows: count,
  }),
  z.strictObject({
    step: z.literal("rows"),
    list: rowId,
    /** From 0; each but the last is full. */
    block: count,
    rows: z.array(listedRecord).check(z.minLength(1), z.maxLength(policy.retentionBlock.amount)),
  }),
  z.strictObject({
    step: z.literal("finish"),
    list: rowId,
    /** Says what would be, and changes nothing. */
    dryRun: z.boolean(),
  }),
]);

/** What a list brings, against what stands there. */
export const listAnswer = z.object({
  list: z.string(),
  fresh: z.int(),
  /** Of another month or class than before; those that came back into use begin anew. */
  changed: z.int(),
  restarted: z.int(),
  same: z.int(),
  /** Destroyed by a certificate, and in the list all the same. */
  again: z.int(),
});
export type ListAnswer = z.infer<typeof listAnswer>;

/** What the page may be narrowed to. */
export const retentionShows = ["due", "coming", "held", "kept", "waits", "done", "all"] as const;
export type RetentionShow = (typeof retentionShows)[number];

/** A record as list and panel show it. Instants in UTC, days civil; '' where there is none. */
export const retentionRow = z.object({
  id: z.string(),
  version: z.int(),
  system: z.string(),
  recordRef: z.string(),
  rowClass: z.string(),
  /** The first of the month after its last day, as computed. */
  month: z.string(),
  /** The same, or later where it is kept longer. */
  starts: z.string(),
  state: z.enum(retentionStates),
  found: z.string(),
  appraisedBy: z.string(),
  appraisedAt: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  second: z.string(),
  agreedAt: z.string(),
  declined: z.string(),
  keptWhy: z.string(),
  keptReason: z.string(),
  keptBy: z.string(),
  keptAt: z.string(),
  doneOn: z.string(),
  doneBy: z.string(),
  doneAt: z.string(),
  number: z.int(),
  /** Holds that keep it today; of the one that is to be looked at first, its cause and by what that is known. */
  holds: z.int(),
  holdCause: z.union([oneOf(holdCauses), z.literal("")]),
  holdReference: z.string(),
  /** Number of an open incident that names it; 0 where none does, or the reader may not read it. */
  incident: z.int(),
  /** A request about it is open. */
  requested: z.boolean(),
  /** It was destroyed, and a later list has it all the same. */
  again: z.boolean(),
});
export type RetentionRow = z.infer<typeof retentionRow>;

/** `GET /retention?show&class&system&month&after&size`: one page, by due month. */
export const retentionAnswer = z.object({
  asOf: z.string(),
  /** Civil date at the clinic. */
  today: z.string(),
  rows: z.array(retentionRow),
  /** What `after` must be for the next page; null at the end. */
  next: z.nullable(z.string()),
  counts: z.object({
    due: z.int(),
    /** Due for longer than a month. */
    late: z.int(),
    coming: z.int(),
    held: z.int(),
    kept: z.int(),
    waits: z.int(),
    done: z.int(),
    all: z.int(),
  }),
  /** Records that come due by month, this one and the next eleven; what is late is in the first. */
  months: z.array(z.object({ month: z.string(), rows: z.int() })),
  systems: z.array(z.string()),
  /** Schedule that the clinic works by, and what it confirmed of lines that are to be checked. */
  schedule: z.string(),
  confirmed: z.array(
    z.object({
      id: z.string(),
      line: z.string(),
      years: z.int(),
      source: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  /** Lists that were brought in, the newest first. */
  lists: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      system: z.string(),
      schedule: z.string(),
      rows: z.int(),
      by: z.string(),
      at: z.string(),
      undoneAt: z.string(),
      undoneReason: z.string(),
      worked: z.boolean(),
    }),
  ),
});
export type RetentionAnswer = z.infer<typeof retentionAnswer>;
