import * as z from "zod/mini";
import { canonicalJson, plainCanonicalJson } from "../base/canonical-json.ts";
import { type Fits, fitting, memberNames } from "../base/fitting.ts";
import { visible } from "../base/sentence.ts";
import { featureNames } from "../detector/features.ts";
import { findingKinds, strengths, unreadableReasons } from "../detector/verdict.ts";
import { statedChange } from "../people/stated.ts";
import { disputeReasons, gestures, outcomes, overrideReasons } from "./mail-lists.ts";
import { rowSeal } from "./rows/row-hash.ts";
import { decisions, ruledChannels, ruledRecipients, ruledStrengths } from "./rule-lists.ts";

/**
 * Every kind of event and the shape of its `detail`, each with its own version `v`.
 * A shape that was ever shipped stays: the server goes on taking it (DESIGN.md 5, "Retries and gaps").
 */

const word = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
/** Of what one browser or one document holds. */
const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
/** Of what a log holds, which grows for as long as the clinic is there. */
const rows = z.int().check(z.minimum(0));
/** A name out of our own lists: lower-case words joined by hyphens. Nothing that a page or a person wrote fits. */
const slug = z.string().check(z.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/), z.maxLength(60));
const ranges = z
  .array(z.tuple([z.int().check(z.minimum(1)), z.int().check(z.minimum(1))]))
  .check(z.minLength(1), z.maxLength(100_000));

const seen = {
  strength: z.enum(strengths),
  kinds: z
    .array(z.strictObject({ kind: z.enum(findingKinds), count }))
    .check(z.maxLength(findingKinds.length)),
  unreadable: z.optional(z.enum(unreadableReasons)),
};

/** How a browser is, as each heartbeat tells and one event a day keeps. A state is a word of the extension's own. */
export const coverage = {
  /** Of the extension: ASCII, so that it always has a canonical form. */
  version: z.string().check(z.regex(/^[A-Za-z0-9.+_-]{1,40}$/)),
  adapters: z
    .array(
      z.strictObject({
        id: slug,
        state: slug,
        /** Facts of the adapter that pages did not show, and on how many. */
        misses: z.optional(z.array(z.strictObject({ field: slug, count })).check(z.maxLength(10))),
      }),
    )
    .check(z.maxLength(100)),
  /** Events that the browser holds. */
  waiting: count,
};

/** What the log may be asked for; `recordRef` is keyed before it is stored. */
export const logFilter = z.strictObject({
  user: z.optional(word(40)),
  record: z.optional(word(80)),
  kind: z.optional(word(60)),
  system: z.optional(word(120)),
  from: z.optional(word(40)),
  to: z.optional(word(40)),
  outcome: z.optional(slug),
  doubtful: z.optional(z.literal(true)),
  browser: z.optional(word(40)),
  unattributed: z.optional(z.literal(true)),
});

/** Why a browser lacks events that it should have sent, or their times. */
export const gapReasons = [
  "outbox-full",
  "outbox-damaged",
  "outbox-blocked",
  "kept-too-long",
  "wrong-clock",
] as const;

const rowId = z.string().check(z.regex(/^[a-z0-9]{15}$/));

/**
 * Of an event that was made under an earlier pairing and is sent under this one: which browser it was then, its number there,
 * and whose that browser was (left out at a desk). The server believes it only as far as it can (domain/ledger/late.ts).
 */
export const late = z.strictObject({
  browser: rowId,
  n: z.int().check(z.minimum(1)),
  user: z.optional(rowId),
});
export type Late = z.infer<typeof late>;
const lately = { late: z.optional(late) };

const ofRecord = {
  ...lately,
  page: z.optional(slug),
  /** Which note, letter or file of the record: the vendor's own id of it, or keyed where the record's is. */
  item: z.optional(z.string().check(z.regex(/^(?:[A-Za-z0-9-]{1,64}|k1:[0-9a-f]{64})$/))),
  what: z.optional(slug),
  results: z.optional(count),
};
/** From `v` 2 on with the version of the adapter that understood the page: a fault of one can be told (doubtful.ts). */
const recordDetail = z.discriminatedUnion("v", [
  z.strictObject({ v: z.literal(1), ...ofRecord }),
  z.strictObject({ v: z.literal(2), adapter: z.int().check(z.minimum(1), z.maximum(100_000)), ...ofRecord }),
]);

/** Details by kind. `registerDetail` serves `<collection>.create|update|act`. */
export const details = {
  "record.view": recordDetail,
  "record.search": recordDetail,
  "record.print": recordDetail,
  "record.export": recordDetail,
  "record.download": recordDetail,
  "record.copy": recordDetail,
  "mail.held": z.strictObject({
    v: z.literal(1),
    ...lately,
    adapter: slug,
    how: z.enum(gestures),
    files: count,
    ...seen,
    recipients: z.strictObject({
      own: count,
      approved: count,
      patient: count,
      outside: count,
      unknown: count,
    }),
    /** Keys of the sentences that the dialog showed, never the sentences. */
    shown: z.array(slug).check(z.maxLength(40)),
    detector: slug,
    /** Outside addresses in To and Cc, where they were so many that somebody was asked. */
    openly: z.optional(count),
    /** An address stands on the record of another patient than the document is about, as that browser has seen. */
    another: z.optional(z.literal(true)),
    /** The cell of the clinic's table that decided (domain/clinic/mail-rules.ts); an older browser tells none. */
    rule: z.optional(
      z.strictObject({
        channel: z.enum(ruledChannels),
        to: z.enum(ruledRecipients),
        strength: z.enum(ruledStrengths),
        does: z.enum(decisions),
      }),
    ),
  }),
  "mail.outcome": z.strictObject({
    v: z.literal(1),
    ...lately,
    adapter: slug,
    outcome: z.enum(outcomes),
    files: count,
    strength: z.enum(strengths),
    /** Why it went on: of `sent-anyway` one of the first, of `not-a-patient-document` one of the second. */
    reason: z.optional(z.enum([...overrideReasons, ...disputeReasons])),
    /** One sentence by the person, checked by the detector here and again on the server. */
    sentence: z.optional(word(300).check(visible)),
    /** What the model saw in a document that was said to be no patient's: its own words, each with a number. */
    saw: z.optional(
      z
        .array(
          z.strictObject({ name: z.enum(featureNames), tenths: z.int().check(z.minimum(1), z.maximum(10)) }),
        )
        .check(z.maxLength(featureNames.length)),
    ),
  }),
  "browser.coverage": z.strictObject({ v: z.literal(1), ...coverage }),
  /**
   * What a browser could not keep or send, told by itself: how many events are missing, and why. Of `wrong-clock` none is: so many
   * were kept while the computer's clock was wrong, and stand at the time when they were sent.
   */
  "browser.gap": z.strictObject({
    v: z.literal(1),
    ...lately,
    why: z.enum(gapReasons),
    events: count.check(z.minimum(1)),
  }),
  "browser.pair": z.strictObject({ v: z.literal(1), browser: word(40), holder: word(10), device: word(10) }),
  "browser.revoke": z.strictObject({ v: z.literal(1), browser: word(40), why: slug }),
  "auth.sign-in": z.strictObject({ v: z.literal(1), method: slug }),
  "auth.fail": z.strictObject({ v: z.literal(1), reason: slug }),
  "auth.reset": z.strictObject({ v: z.literal(1), what: slug, of: z.optional(word(40)) }),
  "notice.shown": z.strictObject({
    v: z.literal(1),
    ...lately,
    notice: z.int().check(z.minimum(1)),
    desk: z.optional(z.boolean()),
  }),
  "log.read": z.strictObject({ v: z.literal(1), filter: logFilter, what: slug }),
  "log.export": z.strictObject({ v: z.literal(1), filter: logFilter, what: slug, rows }),
  "event.erase": z.strictObject({ v: z.literal(1), seqs: ranges, ground: word(500) }),
  "event.expire": z.strictObject({ v: z.literal(1), seqs: ranges, rule: slug }),
  /** A baseline of the registers' rows (rows/row-hash.ts): its number, the list of columns, and a digest over all of it. */
  "row.seal": z.strictObject({
    v: z.literal(1),
    n: z.int().check(z.minimum(1)),
    list: z.int().check(z.minimum(1)),
    why: slug,
    root: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
} as const;
export type EventKind = keyof typeof details;

/** An instant, or '' where none is known. */
const instantOrNone = z.string().check(z.regex(/^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?$/));

/** Detail of a register's own events: which row, which columns changed, which act; what they hold of times and of facts about staff alone. */
export const registerDetail = z.strictObject({
  v: z.literal(1),
  id: word(40),
  fields: z.optional(z.array(word(60)).check(z.maxLength(200))),
  action: z.optional(slug),
  /** Times that became others, old and new: no time moves without a trace. */
  moved: z.optional(
    z
      .array(z.strictObject({ field: word(60), from: instantOrNone, to: instantOrNone }))
      .check(z.maxLength(60)),
  ),
  /** SHA-256 of what the act froze, a version of a report for one. */
  hash: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  /** Who read a confidential case, keyed: its events name nobody, and whoever may see it is told the name. */
  by: z.optional(z.string().check(z.regex(/^k1:[0-9a-f]{64}$/))),
  /** Which record was looked up, keyed. */
  record: z.optional(z.string().check(z.regex(/^k1:[0-9a-f]{64}$/))),
  /** Salted hash of the row that the write left. */
  row: z.optional(rowSeal),
  /** Old and new value of a role or an office (people/stated.ts). */
  changed: z.optional(z.array(statedChange).check(z.minLength(1), z.maxLength(20))),
});
export const registerKind = /^[a-z][a-z0-9_]*\.(?:create|update|act)$/;

/** Kinds that a paired browser may send; the server makes all others itself. */
export const browserKinds = [
  "record.view",
  "record.search",
  "record.print",
  "record.export",
  "record.download",
  "record.copy",
  "mail.held",
  "mail.outcome",
  "notice.shown",
  "browser.gap",
] as const satisfies readonly EventKind[];
export type BrowserKind = (typeof browserKinds)[number];

/**
 * The schema that `detail` of this kind must fit.
 *
 * @returns undefined for a kind that nobody has ever shipped.
 */
export function detailOf(kind: string): z.ZodMiniType | undefined {
  if (Object.hasOwn(details, kind)) return details[kind as EventKind];
  return registerKind.test(kind) ? registerDetail : undefined;
}

const quick = new Map<string, { readonly fits: Fits; readonly names: readonly string[] }>();

/**
 * The canonical text of a detail that fits the schema of its kind just as it stands; undefined where the schema and
 * `canonicalJson` are to be asked, which are slow in PocketBase's engine (base/fitting.ts).
 */
export function quickDetailText(kind: string, detail: unknown): string | undefined {
  let known = quick.get(kind);
  if (known === undefined) {
    const schema = detailOf(kind);
    if (schema === undefined) return undefined;
    known = { fits: fitting(schema), names: memberNames(schema) };
    quick.set(kind, known);
  }
  return known.fits(detail) ? plainCanonicalJson(detail, known.names) : undefined;
}

/**
 * The canonical text of a detail that we made ourselves.
 *
 * @throws {Error} If it does not fit its kind: a bug, never a person's fault.
 */
export function detailText(kind: string, detail: object): string {
  const text = quickDetailText(kind, detail);
  if (text !== undefined) return text;
  if (!detailOf(kind)?.safeParse(detail).success) throw new Error(`no fitting detail for ${kind}`);
  return canonicalJson(detail);
}
