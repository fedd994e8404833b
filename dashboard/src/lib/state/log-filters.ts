import { groupOf, type LogGroup } from "#domain/ledger/log-groups";
import { endingShown } from "#domain/ledger/log-query";
import type { LogQuestion } from "#lib/api/log.ts";
import { dateIn, dayAfter, startOf } from "#lib/format/time.ts";
import { behind, handleOf } from "./record-handles.ts";

/** The log's filters as the address bar holds them; '' is "all". Dates are the clinic's, `yyyy-mm-dd`, both included. */
export type LogFilters = {
  readonly user: string;
  readonly record: string;
  /** How a reference ends. */
  readonly ending: string;
  readonly browser: string;
  /** '1': only what names nobody. */
  readonly unattributed: string;
  /** A kind, a family, a group, or `everything`. */
  readonly kind: string;
  readonly system: string;
  /** '1': only entries that may tell of what nobody did. */
  readonly doubtful: string;
  /** A name of `spans`, or '' when the dates say it. */
  readonly when: string;
  readonly from: string;
  readonly to: string;
};

export const noFilters: LogFilters = {
  user: "",
  record: "",
  ending: "",
  browser: "",
  unattributed: "",
  kind: "",
  system: "",
  doubtful: "",
  when: "",
  from: "",
  to: "",
};

/** Spans that end today, by the name in the address: how many days they hold. */
export const spans = {
  today: { days: 1, words: "today" },
  week: { days: 7, words: "seven days" },
  month: { days: 30, words: "30 days" },
} as const;
type SpanName = keyof typeof spans;

const isSpan = (name: string): name is SpanName => Object.hasOwn(spans, name);
const isDate = (text: string): boolean => startOf(text, "UTC") !== undefined;

const keys = [
  "user",
  "record",
  "ending",
  "browser",
  "unattributed",
  "kind",
  "system",
  "doubtful",
  "when",
  "from",
  "to",
] as const;
/** All kinds of the log, where an address says so outright. */
export const everything = "everything";
/** Forms that a value may have; what has another is dropped: an address is typed by anyone. */
const fits: Readonly<Record<(typeof keys)[number], (value: string) => boolean>> = {
  user: (value) => /^[a-z0-9]{15}$/.test(value),
  record: (value) => /^(?:k1:[0-9a-f]{64}|[A-Za-z0-9-]{1,64})$/.test(value),
  ending: (value) => /^[a-z0-9-]{4,64}$/.test(value),
  browser: (value) => /^[a-z0-9]{15}$/.test(value),
  unattributed: (value) => value === "1",
  kind: (value) => value.length <= 60 && /^[a-z][a-z0-9_]*(?:\.[a-z-]+)?$/.test(value),
  system: (value) => value.length <= 120 && /^[a-z0-9-]+:[a-z0-9.:[\]_-]+$/.test(value),
  doubtful: (value) => value === "1",
  when: isSpan,
  from: isDate,
  to: isDate,
};

/** Reads the filters out of an address. */
export function filtersOf(parameters: { get(name: string): string | null }): LogFilters {
  const read = { ...noFilters } as Record<(typeof keys)[number], string>;
  for (const key of keys) {
    const given = parameters.get(key) ?? "";
    const value = given.startsWith("~") ? behind(given) : given;
    if (value !== "" && fits[key](value)) read[key] = value;
  }
  return read;
}

/** An entry that an address names, by its id or its number; undefined where it names none. */
export function entryIn(
  parameters: { get(name: string): string | null },
  name = "entry",
): string | undefined {
  const entry = parameters.get(name) ?? "";
  return /^(?:[a-z0-9]{15}|[1-9]\d{0,13})$/.test(entry) ? entry : undefined;
}

/** Where a page begins, as the server sealed it; undefined for the first page and for what has another form. */
export function cursorIn(parameters: { get(name: string): string | null }): string | undefined {
  const cursor = parameters.get("before") ?? "";
  return /^[\w-]{20,200}$/.test(cursor) ? cursor : undefined;
}

/** What an address holds a handle of: a reference, and more of its end than any list shows. */
const isPrivate = (key: (typeof keys)[number], value: string): boolean =>
  key === "record" || (key === "ending" && value.length > endingShown);

/** The address's query for filters, with its `?`; '' when nothing is filtered. */
export function queryOf(filters: LogFilters, before = ""): string {
  const parameters = new URLSearchParams();
  for (const key of keys)
    if (filters[key] !== "")
      parameters.set(key, isPrivate(key, filters[key]) ? handleOf(filters[key]) : filters[key]);
  if (before !== "") parameters.set("before", before);
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/** The group that the log shows; a family or a kind of it narrows it further. */
export const groupIn = ({ kind }: Pick<LogFilters, "kind">): LogGroup | typeof everything =>
  kind === everything ? everything : groupOf(kind);

/** Whether filters show less than all of their group. */
export const isFiltered = (filters: LogFilters): boolean =>
  keys.some((key) => filters[key] !== "" && !(key === "kind" && filters.kind === groupIn(filters)));

/**
 * What the server is asked: dates become instants of the clinic's zone, the last day is included whole.
 *
 * @param now - Milliseconds since 1970.
 */
export function questionOf(filters: LogFilters, zone: string, now: number): LogQuestion {
  const { user, record, ending, browser, unattributed, system, doubtful } = filters;
  const kind = filters.kind === everything ? "" : filters.kind;
  const { from, to } = datesOf(filters, zone, now);
  const days = { from: from && startOf(from, zone), to: to && endOf(to, zone) };
  const given = { user, record, ending, browser, unattributed, kind, system, doubtful, ...days };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as LogQuestion;
}

/** The last millisecond of a calendar date in the zone: the server takes both ends as within. */
function endOf(date: string, zone: string): string | undefined {
  const next = startOf(dayAfter(date), zone);
  return next && new Date(Date.parse(next) - 1).toISOString();
}

/** First and last date meant by the filters; '' is open. */
function datesOf(filters: LogFilters, zone: string, now: number): { from: string; to: string } {
  if (!isSpan(filters.when)) return { from: filters.from, to: filters.to };
  return { from: dayAfter(dateIn(zone, now), 1 - spans[filters.when].days), to: "" };
}
