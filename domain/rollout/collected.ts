import { memberNames } from "../base/fitting.ts";
import type { sentEvent } from "../ledger/event.ts";
import { type BrowserKind, browserKinds, type coverage, details } from "../ledger/event-kinds.ts";
import { retentionDays, retentionMonths } from "../policy.ts";

/**
 * What a browser tells the clinic's server, for the papers on monitoring. The kinds and the fields come from the schemas by
 * which the server takes an event, so that a paper says what is really collected: a field without words here is a fault that
 * a test finds, and a kind without any does not compile.
 */

const kindWords: Readonly<Record<BrowserKind, string>> = {
  "record.view": "A record was opened",
  "record.search": "Records were searched",
  "record.print": "The print window was opened on a record",
  "record.export": "Records were exported",
  "record.download": "A file of a record was downloaded",
  "record.copy": "Text of a record was copied",
  "mail.held": "Something was held in the mail",
  "mail.outcome": "What the person then chose",
  "notice.shown": "The notice was shown",
  "browser.gap": "The browser could not keep or send something",
};

/** What every event carries, in words. */
const eventWords: Readonly<Record<Exclude<keyof typeof sentEvent.def.shape, "detail">, string>> = {
  id: "a random number of the event",
  n: "its number in this browser",
  kind: "its kind",
  occurredAt: "when it happened",
  system: "which clinical system",
  recordRef: "the system’s own number of the record, or a keyed digest of it",
  recordKind: "what kind of record",
  account: "a keyed digest of who was signed in there",
  chosen: "who chose their name at a shared desk",
  trace: "a random number that ties together what concerns one document",
};

/** What the details of the kinds hold, in words. */
export const fieldWords: Readonly<Record<string, string>> = {
  adapter: "which page it was, and the version of what understands it",
  another: "whether an address is on the record of another patient than the document’s",
  approved: "how many addresses the clinic approved",
  browser: "the browser of an earlier pairing",
  channel: "of the clinic’s rule: for what kind of page it is",
  count: "how many",
  desk: "whether it was a shared desk",
  detector: "the version of the detector",
  does: "of the clinic’s rule: what it does",
  events: "how many events are missing",
  files: "how many files",
  how: "by which gesture",
  item: "the system’s own number of a note, letter or file, or a keyed digest of it",
  kind: "what kind of detail was seen, from a fixed list",
  kinds: "what kinds of detail were seen, and how many of each",
  late: "whether it was kept from an earlier pairing",
  n: "its number there",
  name: "a word of the detector’s own list",
  notice: "which version of the notice",
  openly: "how many outside addresses each other recipient sees",
  outcome: "the choice, from a fixed list",
  outside: "how many addresses are outside",
  own: "how many addresses are the clinic’s",
  page: "what kind of page, from a fixed list",
  patient: "how many addresses are a patient’s",
  reason: "the reason, from a fixed list",
  recipients: "how many addresses of each class, never an address",
  results: "how many results a search had",
  rule: "which of the clinic’s rules decided",
  saw: "where it was said to be no patient document: how much of each kind of evidence, in tenths",
  sentence: "one sentence by the person, screened for names, which does not find every name",
  shown: "which sentences of ours the dialog showed",
  strength: "how strong the evidence was",
  tenths: "how much, in tenths",
  to: "of the clinic’s rule: for which class of addresses it is",
  unknown: "how many addresses are of an unknown class",
  unreadable: "why it could not be read, from a fixed list",
  user: "whose that browser was",
  what: "what was taken out, from a fixed list",
  why: "why they are missing, from a fixed list",
};

const coverageWords: Readonly<Record<keyof typeof coverage, string>> = {
  version: "the extension’s version",
  adapters: "which pages it understands, and how each stands",
  waiting: "how many events wait to be sent",
};

/** One kind of event. */
export interface Collected {
  readonly what: string;
  readonly fields: readonly string[];
  /** In months. */
  readonly kept: number;
}

/** Fields of a kind's detail, by the schema; `v` numbers the schema itself. */
export const fieldsOf = (kind: BrowserKind): readonly string[] =>
  memberNames(details[kind]).filter((name) => name !== "v");

const monthsOf = (kind: string): number => {
  const family = kind.split(".", 1)[0] ?? "";
  return retentionMonths(Object.hasOwn(retentionDays, family) ? family : "browser");
};

/** All that a browser sends, by kind. */
export const collectedByKind = (): Collected[] => [
  ...browserKinds.map((kind) => ({
    what: kindWords[kind],
    fields: fieldsOf(kind).map((name) => fieldWords[name] ?? name),
    kept: monthsOf(kind),
  })),
  { what: "The browser is there", fields: Object.values(coverageWords), kept: monthsOf("browser.coverage") },
];

/** What each of them carries beside its own. */
export const carriedByEach = (): string[] => Object.values(eventWords);
