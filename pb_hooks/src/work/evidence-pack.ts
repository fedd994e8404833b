import { isRealDay } from "#domain/base/civil-date";
import { type PackPlan, packBody } from "#domain/work/evidence-pack";
import { caller } from "../base/caller.ts";
import { now } from "../base/clock.ts";
import { bodyOf, refuse } from "../base/refusal.ts";
import { endOfDay, startOfDay } from "../base/time-zone.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { append } from "../ledger/chain/append.ts";
import { contradictedPoints, publicKey } from "../ledger/chain/checkpoint.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import { leftOutOf } from "../registers/in-use.ts";
import { registersInUse } from "../registers/index.ts";
import type { Packing } from "../registers/register.ts";

/**
 * `POST /evidence-pack {from, to, confidential}`: what the lead's evidence pack of a period holds, all as of one moment.
 * The asking is the event that the pack was made; files and minutes are fetched after it.
 */
export function evidencePack(e: pb.RequestEvent): void {
  const person = caller(e, ["dpo"]);
  const { from, to, confidential } = bodyOf(e, packBody);
  for (const [field, date] of Object.entries({ from, to })) {
    if (!isRealDay(date)) refuse(field, "invalid_format", "There is no such day.");
  }
  if (to < from) refuse("to", "wrong-order", "The period ends before it begins.");
  const clinic = clinicOf(e.app);
  const timeZone = clinic?.getString("timeZone") ?? "UTC";
  const period = { from, to, start: startOfDay(timeZone, from), end: endOfDay(timeZone, to), confidential };
  const about = { clinic: clinic?.getString("name") ?? "", timeZone };
  e.json(
    200,
    inLedgerTransaction(e.app, (tx) => planOf({ tx, person, ...period, ...about, asOf: now() })),
  );
}

function planOf(packing: Packing): PackPlan {
  const { tx, person, from, to, start, end, confidential, clinic, timeZone, asOf } = packing;
  const given = registersInUse(tx).flatMap((one) => one.pack?.(packing) ?? []);
  const rows = given.reduce((sum, one) => sum + one.rows, 0);
  const [head] = append(tx, [
    {
      kind: "log.export",
      user: person.id,
      detail: { v: 1, filter: { from: start, to: end }, what: "evidence-pack", rows },
    },
  ]);
  return {
    v: 2,
    clinic,
    timeZone,
    from,
    to,
    confidential,
    madeAt: asOf,
    madeBy: person.name,
    ledger: { ...(head ?? { seq: 0, hash: "" }), key: publicKey(), contradicted: contradictedPoints(tx) },
    folders: given.flatMap(({ folders }) => folders),
    files: given.flatMap(({ files }) => files),
    leftOut: [...given.flatMap(({ leftOut = [] }) => leftOut), ...leftOutOf(tx)],
    parts: Object.assign({}, ...given.map(({ parts = {} }) => parts)),
  };
}
