import { clinicId } from "#domain/clinic/clinic";
import type { ExactAnswer, ExactList } from "#domain/clinic/exact-list";
import { headBytes, tableBytesAtMost, tokensIn } from "#domain/exact/table";
import { saveRow } from "../../acts/row.ts";
import { caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import {
  decisionIn,
  eraseLists,
  exactFile,
  isOver,
  isThere,
  listIn,
  listInForce,
} from "../../clinic/exact-list.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { uploaded } from "../incidents/versions/uploaded.ts";

const only = ["dpo"] as const;

/** `GET /exact-list`: what was decided and what list there is, for the lead. Never the list. */
export function exactList(e: pb.RequestEvent): void {
  caller(e, [...only]);
  const clinic = clinicOf(e.app);
  const list = clinic ? listIn(clinic) : null;
  const answer: ExactAnswer = {
    decision: clinic ? decisionIn(clinic) : null,
    list,
    there: list !== null && isThere(e.app, list),
    version: clinic?.getInt("version") ?? 0,
  };
  e.json(200, answer);
}

/**
 * `POST /exact-list` (multipart: `version` of what the lead saw, `people`, `file`): tokens that were made in the lead's
 * browser, in place of those before.
 */
export function bringExactList(e: pb.RequestEvent): void {
  const person = caller(e, [...only]);
  const { version = "", people = "" } = e.requestInfo().body as { version?: string; people?: string };
  const said = (text: string, field: string): number => {
    if (!/^\d{1,7}$/.test(String(text))) refuse(field, "invalid_format", "This is no number.");
    return Number(text);
  };
  const [seen, count] = [said(version, "version"), said(people, "people")];
  const { file, size, sha256 } = uploaded(e, tableBytesAtMost);
  const reader = file.reader.open();
  let bytes: object;
  try {
    bytes = toBytes(reader, size + 1);
  } finally {
    reader.close();
  }
  const tokens = size < headBytes ? undefined : tokensIn(bytes as ArrayLike<number>, size);
  if (tokens === undefined || tokens === 0) refuse("file", "wrong-type", "This is no list of tokens.");
  const answer = inLedgerTransaction(e.app, (tx) => {
    const clinic = tx.findRecordById("clinic", clinicId);
    if (!decisionIn(clinic)) refuse("file", "off", "Record the decision first: this is switched off.");
    if (seen !== clinic.getInt("version"))
      refuse(
        "version",
        "stale",
        "Somebody changed this meanwhile. Look at what it says now, then try again.",
      );
    const list: ExactList = {
      number: (listIn(clinic)?.number ?? 0) + 1,
      sha256,
      bytes: size,
      people: count,
      tokens,
      at: now(),
      by: person.id,
    };
    clinic.set("exactList", list);
    const saved = saveRow(tx, clinic, "exact-list", person);
    $os.writeFile(exactFile(e.app, list), bytes, 0o600);
    return { ...saved, list };
  });
  eraseLists(e.app, answer.list);
  e.json(200, answer.list);
}

/** `GET /browser-exact-list`: the list in force, for a paired browser alone. */
export function browserExactList(e: pb.RequestEvent): void {
  if (e.auth?.collection().name !== "browsers")
    throw e.auth
      ? new ForbiddenError("Only a paired browser is given the list.")
      : new UnauthorizedError("This browser is not paired.");
  const clinic = clinicOf(e.app);
  const list = clinic ? listInForce(e.app, clinic, nowMs()) : null;
  if (!list) throw new NotFoundError("There is no list.");
  const headers = e.response.header();
  headers.set("Content-Type", "application/octet-stream");
  headers.set("Cache-Control", "no-store");
  e.response.write($os.readFile(exactFile(e.app, list)));
}

/** Each day: a list whose time is over is erased, and what no row speaks of any more. */
export function forgetExactList(app: pb.App): void {
  const clinic = clinicOf(app);
  const list = clinic ? listIn(clinic) : null;
  const kept = list && !isOver(list, nowMs()) ? list : undefined;
  if (list && !kept)
    inLedgerTransaction(app, (tx) => {
      const row = tx.findRecordById("clinic", clinicId);
      row.set("exactList", null);
      row.set("version", row.getInt("version") + 1);
      saveAct(tx, row, "exact-forget", { user: "" });
    });
  eraseLists(app, kept);
}
