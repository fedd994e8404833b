import { policy } from "#domain/policy";
import { factsOf } from "#domain/registers/requests/fold";
import { limitsOf } from "#domain/registers/requests/limits";
import { type FormSaid, readForm } from "#domain/registers/requests/sent/form";
import type { PublicPages, PublicSent } from "#domain/registers/requests/sent/public-form";
import { now, nowMs } from "../../../base/clock.ts";
import { rowsOf } from "../../../base/database.ts";
import { requireFront } from "../../../base/front.ts";
import { newId } from "../../../base/new-id.ts";
import { newRecord } from "../../../base/rows.ts";
import { stored } from "../../../base/time.ts";
import { saveFor } from "../../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../../ledger/chain/transaction.ts";
import { clinicFor } from "../rows.ts";
import { closedPage, formPage, fullPage, type OfClinic, thanksPage, trapPage } from "./page.ts";

function clinicOf(app: pb.App): OfClinic & { readonly open: boolean } {
  const names = ["name", "publicForm", "publicPhone"] as const;
  const [row] = rowsOf(app, names, `SELECT ${names.join(", ")} FROM clinic LIMIT 1`);
  const [name = "", open = 0, phone = ""] = row ?? [];
  const { today } = clinicFor(app);
  return { open: Boolean(open), name: String(name), phone: String(phone), today };
}

/** `GET /public-form`: its pages as they are now. */
export function form(e: pb.RequestEvent): void {
  requireFront(e);
  const of = clinicOf(e.app);
  const answer: PublicPages = {
    open: of.open,
    form: formPage(of),
    thanks: thanksPage(of),
    full: fullPage(of),
    trap: trapPage(of),
    closed: closedPage(of),
  };
  e.json(200, answer);
}

/** `POST /public-form`: keeps what somebody sent, for a manager to accept, or says what is not filled in. */
export function send(e: pb.RequestEvent): void {
  requireFront(e);
  const body = e.requestInfo().body as { readonly [field: string]: unknown };
  const sent = Object.fromEntries(
    Object.entries(body).map(([field, value]) => [field, typeof value === "string" ? value : ""]),
  );
  const of = clinicOf(e.app);
  const { typed, errors, said } = readForm(sent, of.today);
  const answer: PublicSent = !of.open
    ? { is: "closed", page: "" }
    : said === undefined
      ? { is: "wrong", page: formPage(of, typed, errors) }
      : { is: inLedgerTransaction(e.app, (tx) => keep(tx, said)), page: "" };
  e.json(200, answer);
}

/** Keeps it as a row that waits, with the day by which the law wants an answer; however often somebody sends, so many. */
export function keep(tx: pb.App, said: FormSaid): "kept" | "full" {
  if (!hasRoom(tx)) return "full";
  const { nation, today } = clinicFor(tx);
  const receivedAt = now();
  const { mailWord: _told, ...kept } = said;
  const asked = { kind: said.kind, requester: said.whom, age: "adult", nation } as const;
  const taken = { ...asked, receivedOn: today, receivedAt, doubt: true, recordRef: "" };
  const row = newRecord(tx, "sent_requests", {
    ...kept,
    id: newId(),
    receivedOn: today,
    receivedAt: stored(receivedAt),
    limitOn: limitsOf(factsOf(taken, [], "")).day,
    state: "waiting",
    version: 1,
  });
  saveFor(tx, row, { user: "" });
  return "kept";
}

function hasRoom(tx: pb.App): boolean {
  const select = `SELECT (SELECT count(*) FROM sent_requests WHERE state = 'waiting') AS waiting,
    (SELECT count(*) FROM sent_requests WHERE receivedAt > {:hour}) AS lately`;
  const hour = stored(new Date(nowMs() - 3_600_000).toISOString());
  const [waiting, lately] = rowsOf(tx, ["waiting", "lately"], select, { hour })[0] ?? [];
  return Number(waiting) < policy.sentWaitMost.amount && Number(lately) < policy.sentAllHour.amount;
}
