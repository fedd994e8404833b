import type { CountParts } from "#domain/figures/trends";
import type { TopicKey } from "#domain/registers/reviews/agenda";
import type { Draft } from "#domain/registers/reviews/item";
import type { Switchable } from "#domain/registers/switched";
import type { OwedRow } from "#domain/work/desk";
import type { LeftOut, PackFile, PackFolder } from "#domain/work/evidence-pack";
import type { HeldField, NothingHeld } from "#domain/work/held";
import type { DecideItem } from "#domain/work/my-work";
import type { AllHandlers } from "../acts/act.ts";
import type { Caller } from "../base/caller.ts";
import type { Bounds, ClinicTime } from "../clinic/clinic-time.ts";
import type { Staging } from "../story/staging.ts";
import type { RegisterList } from "./listing/register-list.ts";

/** For whom it is asked what is owed, and when. */
export interface Laying {
  readonly app: pb.App;
  readonly person: Caller;
  readonly nowMs: number;
  /** The clinic's time zone. */
  readonly zone: string;
}

/** A reminder that fell due: whom it asks, of what. */
export interface Due {
  /** Of the clock that waits; with `who` it is the reminder's own. */
  readonly kind: string;
  readonly who: "duty" | "deputy";
  /** Row that waits for an answer. */
  readonly subject: string;
  readonly atMs: number;
  /** Id of whoever is asked; '' where there is nobody. */
  readonly to: string;
  /** It should have been said before. */
  readonly late: boolean;
  /** Said to somebody; one that a later one took over is only booked. */
  readonly said: boolean;
}

/** The period of an evidence pack. */
export interface Packing {
  readonly tx: pb.App;
  readonly person: Caller;
  /** Civil dates at the clinic, both within. */
  readonly from: string;
  readonly to: string;
  /** Instants: the first moment, and the first after it. */
  readonly start: string;
  readonly end: string;
  /** With the confidential cases that the reader keeps. */
  readonly confidential: boolean;
  /** Its name. */
  readonly clinic: string;
  readonly timeZone: string;
  /** Instant as of which all of it is. */
  readonly asOf: string;
}

/** What a register puts into an evidence pack. */
export interface PackPart {
  /** Folders that it fills, as the pack's README lists them. */
  readonly folders: readonly PackFolder[];
  /** Small files, ready as they are. */
  readonly files: readonly PackFile[];
  /** Rows that stand in it: the event of the pack counts them. */
  readonly rows: number;
  readonly leftOut?: readonly LeftOut[];
  /** What the dashboard fetches and renders, by the register's key; `lib/desk/gather-pack.ts` knows who does. */
  readonly parts?: Readonly<Record<string, object>>;
}

/** Days of which something is counted: civil dates at the clinic, both within, and the instants that bound them. */
export interface Span extends Bounds {
  readonly firstDay: string;
  readonly lastDay: string;
}

export const spanOf = (time: ClinicTime, firstDay: string, lastDay: string): Span => ({
  firstDay,
  lastDay,
  ...time.bounds(firstDay, lastDay),
});

/** What is counted for the trends and the year, and for whom. */
export interface Counting {
  readonly app: pb.App;
  readonly person: Caller;
  /** Traces that the person is not shown. */
  readonly hidden: readonly string[];
  readonly time: ClinicTime;
  readonly spans: readonly Span[];
}

/** Counts of a register. Its words stand in the dashboard's `lib/register-words.ts` under the same key. */
export interface Figure {
  readonly key: string;
  /** Civil date from which it is recorded; null: not yet. */
  readonly since: string | null;
  /** One a span, by part; nothing that tells of a person. */
  readonly counts: readonly CountParts[];
}

/** A stretch of the ledger: seqs after the one, up to the other. */
export interface Arrived {
  readonly after: number;
  readonly upTo: number;
}

/** The moment for which a weekly review is filled. */
export interface Reviewing {
  readonly app: pb.App;
  readonly nowMs: number;
  /** Civil date at the clinic. */
  readonly today: string;
  /** Instant of the last review's figures; what is older was reviewed. Before the first review, the beginning of time. */
  readonly since: string;
  /** Events that came since: each falls into one review, by its arrival and not by when it happened. */
  readonly arrived: Arrived;
  /** The same of the last signed review that asked this topic, for those that are not asked weekly. */
  arrivedSinceAsked(topic: TopicKey): Arrived;
}

/**
 * What a register gives to what all registers share. Each part is a plain function and may be left out; whoever uses it
 * loops over `registers/index.ts`.
 */
export interface ServerRegister {
  /** By which the clinic switches it off; left out, no clinic does without it. */
  readonly key?: Switchable;
  readonly acts: Partial<AllHandlers>;
  /** Its lists, as `GET /list?of=` reads them: page by page, filtered, and as CSV. */
  readonly lists?: readonly RegisterList[];
  /** What this person is asked to decide. */
  decides?(app: pb.App, person: Caller): DecideItem[];
  /** What runs or is owed: the one list from which desk, first screen, my work, top bar and the day's mail are told. */
  owed?(laying: Laying): OwedRow[];
  /** Reminders that fell due and were not claimed. */
  reminds?(app: pb.App, nowMs: number): Due[];
  /** Traces of the events that a person may not see. */
  hides?(app: pb.App, person: Caller): readonly string[];
  /** Those of these traces that are not everybody's to see. */
  guards?(app: pb.App, traces: readonly string[]): readonly string[];
  /** After a browser's mail events came, in their transaction; `fresh` are those just stored, left out all are. */
  stored?(tx: pb.App, traces: readonly string[], fresh?: ReadonlySet<number>): void;
  /** Items of the weekly review, under topics of `domain/registers/reviews/agenda.ts`. */
  agenda?(reviewing: Reviewing): Draft[];
  /** What belongs into an evidence pack. */
  pack?(packing: Packing): PackPart;
  /** What it counts, for the trends and the year at a glance. */
  figures?(counting: Counting): Figure[];
  /** What it can hold about patients, why and how long: listed also where the clinic does not use it. */
  readonly about?: readonly HeldField[];
  /** Fields of its collections that can hold nothing about a patient, and why not: every other one is in `about`. */
  readonly nothing?: NothingHeld;
  /** Its story in the example clinic. */
  example?(stage: Staging): void;
}
