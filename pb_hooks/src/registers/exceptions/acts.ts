import type { ActAnswer } from "#domain/api";
import { policy } from "#domain/policy";
import type { OnException } from "#domain/registers/exceptions/acts";
import {
  exceptionState,
  exceptionStateWords,
  type StoredState,
  whyNotDecide,
} from "#domain/registers/exceptions/exception";
import { requireCleanData } from "../../acts/clean.ts";
import type { Doing, Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { iso, stored } from "../../base/time.ts";

/** What a practitioner or the lead decides about an exception. */
export const exceptionActs: Handlers<"mail_exceptions"> = {
  "mail_exceptions.approve": (doing) =>
    decided(doing, "mail_exceptions.approve", "asked", (row) => {
      row.set("state", "approved" satisfies StoredState);
      row.set("until", stored(new Date(nowMs() + lasts).toISOString()));
    }),

  "mail_exceptions.refuse": (doing) =>
    decided(doing, "mail_exceptions.refuse", "asked", (row) => refused(row, doing.data.answer)),

  "mail_exceptions.takeBack": (doing) =>
    decided(doing, "mail_exceptions.takeBack", "approved", (row) => refused(row, doing.data.answer)),
};

const lasts = policy.exceptionLasts.amount * 3_600_000;

/** What its event calls an act. */
const eventNames: Readonly<Record<OnException, string>> = {
  "mail_exceptions.approve": "approve",
  "mail_exceptions.refuse": "refuse",
  "mail_exceptions.takeBack": "take-back",
};

function refused(row: pb.Record, answer: string): void {
  row.set("state", "refused" satisfies StoredState);
  row.set("answer", answer);
}

/** @throws {ForbiddenError} For who may not decide, or where it is decided, used or over. */
function decided(
  { tx, actor, id, version, data }: Doing<OnException>,
  act: OnException,
  from: StoredState,
  change: (row: pb.Record) => void,
): ActAnswer {
  const row = rowAt(tx, "mail_exceptions", id, version);
  const refusal = whyNotDecide({ ...actor, practitioner: isPractitioner(tx, actor) }, row.getString("by"));
  if (refusal) throw new ForbiddenError(refusal);
  const state = stateNow(row);
  if (state !== from) throw new ForbiddenError(`It is not open any more: it ${exceptionStateWords[state]}.`);
  requireCleanData(act, data);
  change(row);
  row.set("decidedBy", actor.id);
  row.set("decidedAt", stored(now()));
  return saveRow(tx, row, eventNames[act], actor);
}

/** How a row stands at this moment. */
export const stateNow = (row: pb.Record) =>
  exceptionState({ state: row.getString("state") as StoredState, until: iso(row.getString("until")) }, now());

/** Whether a person is a practitioner now, as *People* says. */
export const isPractitioner = (app: pb.App, { id }: Pick<Caller, "id">): boolean =>
  Boolean(rowsOf(app, ["practitioner"], "SELECT practitioner FROM users WHERE id = {:id}", { id })[0]?.[0]);
