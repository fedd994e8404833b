import type { AboutWhom, Origin, ReportKind } from "#domain/registers/incidents/kinds";
import { keeperOf } from "#domain/registers/incidents/may-act-on";
import { askAtOnce } from "../../../base/ask-at-once.ts";
import { now } from "../../../base/clock.ts";
import { rowsOf } from "../../../base/database.ts";
import { newId } from "../../../base/new-id.ts";
import { newRecord } from "../../../base/rows.ts";
import { stored } from "../../../base/time.ts";
import { eventAt } from "../../../ledger/chain/event-rows.ts";
import type { Actor } from "../../../ledger/chain/register-hook.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { afterCommit } from "../../../ledger/chain/transaction.ts";
import { caseFactsOf } from "../case-facts.ts";
import { tell } from "../timeline.ts";
import { askedAbout } from "./asked-people.ts";
import { declareConflict } from "./conflict.ts";

/** Families of events that may be linked to an incident. Those of a register are not: a confidential case has some. */
const evidence = ["record", "mail", "browser", "auth"];
export const isEvidence = (kind: string): boolean => evidence.includes(kind.split(".")[0] ?? "");

/** What is known of an incident when it begins. Instants as ISO 8601. */
export interface Beginning {
  readonly kind: ReportKind;
  readonly origin: Origin;
  readonly title: string;
  readonly text: string;
  readonly noticedAt: string;
  readonly occurredFrom?: string;
  readonly provisionalFrom: string;
  readonly confidential?: boolean;
  readonly about?: string;
  readonly aboutWhom?: AboutWhom | "";
  readonly reporter?: string;
  readonly senders?: readonly string[];
  /** Whom it concerns though they did not do it: somebody of their own did. */
  readonly conflicted?: readonly string[];
  readonly sourceEvent?: number;
  readonly trace?: string;
  readonly requestKey?: string;
  readonly requestDigest?: string;
}

/**
 * Opens an incident with its provisional clock, in the transaction that `tx` is in; when that is on disk, who is on duty
 * is asked. One event, which of a confidential one names nobody.
 *
 * @param by - '' where the server itself opens it.
 */
export function openIncident(tx: pb.App, { conflicted = [], ...beginning }: Beginning, by: Actor): pb.Record {
  const confidential = beginning.confidential ?? false;
  const opened = stored(now());
  const id = newId();
  const breach = newRecord(tx, "breaches", {
    ...beginning,
    id,
    number: confidential || beginning.about ? privateNumber(tx) : nextNumber(tx),
    state: "reported",
    noticedAt: stored(beginning.noticedAt),
    // Whoever starts the clock has detected it then.
    detectedAt: stored(earlier(beginning.noticedAt, beginning.provisionalFrom)),
    occurredFrom: stored(beginning.occurredFrom ?? ""),
    provisionalFrom: stored(beginning.provisionalFrom),
    reportedInternallyAt: opened,
    openedAt: opened,
    reporter: confidential ? "" : (beginning.reporter ?? ""),
    confidentialReporter: confidential ? (beginning.reporter ?? "") : "",
    senders: beginning.senders ?? [],
    types: [],
    answers: {},
    otherNotices: {},
    form: {},
    closedGaps: [],
    peopleCount: -1,
    recordsCount: -1,
    version: 1,
  });
  breach.set("sourceEntry", idOfEvent(tx, beginning.sourceEvent ?? 0));
  const facts = caseFactsOf(tx, breach);
  if (confidential && facts.about !== "" && facts.about === facts.lead) breach.set("keeper", keeperOf(facts));
  const asked = askedAbout(tx, { ...caseFactsOf(tx, breach), conflicted });
  breach.set("holder", asked.holder);
  breach.set("deputy", asked.deputy);
  saveAct(tx, breach, "open", confidential ? { user: "", trace: id } : { ...by, trace: id });
  const kind = beginning.origin === "told" ? "told" : "system";
  tell(tx, id, {
    kind,
    what: "open",
    text: beginning.text,
    by: confidential ? "" : by.user,
    at: beginning.noticedAt,
  });
  for (const user of conflicted) declareConflict(tx, breach, user, "Somebody of their own is concerned.");
  afterCommit(askAtOnce);
  return breach;
}

const idOfEvent = (tx: pb.App, seq: number): string => (seq > 0 ? (eventAt(tx, seq)?.id ?? "") : "");

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** The next number of the series that everybody counts by. */
export function nextNumber(tx: pb.App): number {
  const select = "SELECT coalesce(max(number), 0) + 1 AS n FROM breaches WHERE number > 0";
  return Number(rowsOf(tx, ["n"], select)[0]?.[0]);
}

/** How long such a number is; it grows where the shorter ones are nearly used up. */
const lengths = [4, 6, 9];
/** How often one of a length is drawn. */
const draws = 50;

/**
 * Of a case that not everybody reads who reads the list: below zero, four digits without an order. It leaves no gap in
 * the series, and from one such number nobody learns whether there are others. Whom a case is about never reads it, and
 * who is of the staff today may read the list tomorrow, so that the role does not count.
 */
function privateNumber(tx: pb.App): number {
  const select = "SELECT 1 AS n FROM breaches WHERE number = {:number}";
  for (const length of lengths) {
    for (let draw = 0; draw < draws; draw += 1) {
      const number = -Number(
        $security.randomStringWithAlphabet(1, "123456789") +
          $security.randomStringWithAlphabet(length - 1, "0123456789"),
      );
      if (rowsOf(tx, ["n"], select, { number }).length === 0) return number;
    }
  }
  throw new Error("no private number is free");
}
