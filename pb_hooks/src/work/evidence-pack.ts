import { type PackPlan, packBody } from "#domain/work/evidence-pack";
import { caller } from "../base/caller.ts";
import { now } from "../base/clock.ts";
import { bodyOf, refuse } from "../base/refusal.ts";
import { endOfDay, startOfDay } from "../base/time-zone.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { append } from "../ledger/chain/append.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import { registers } from "../registers/index.ts";
import type { Packing, PackParts } from "../registers/register.ts";

/**
 * `POST /evidence-pack {from, to, confidential}`: what the lead's evidence pack of a period holds, all as of one moment.
 * The asking is the event that the pack was made; files and minutes are fetched after it.
 */
export function evidencePack(e: pb.RequestEvent): void {
  const person = caller(e, ["dpo"]);
  const { from, to, confidential } = bodyOf(e, packBody);
  for (const [field, date] of Object.entries({ from, to })) {
    const day = new Date(`${date}T00:00:00.000Z`);
    if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date) {
      refuse(field, "invalid_format", "There is no such day.");
    }
  }
  if (to < from) refuse("to", "wrong-order", "The period ends before it begins.");
  const zone = clinicOf(e.app)?.getString("timeZone") ?? "UTC";
  const period = { from, to, start: startOfDay(zone, from), end: endOfDay(zone, to), confidential };
  e.json(
    200,
    inLedgerTransaction(e.app, (tx) => planOf({ tx, person, ...period }, zone)),
  );
}

/** What a register that gives nothing has. */
const nothing: Required<PackParts> = {
  versions: [],
  evidence: [],
  reviews: [],
  training: [],
  notices: [],
  shown: [],
  lines: [],
};

function planOf(packing: Packing, timeZone: string): PackPlan {
  const { tx, person, from, to, start, end, confidential } = packing;
  const asOf = now();
  const clinic = clinicOf(tx)?.getString("name") ?? "";
  const parts: Required<PackParts> = Object.assign(
    { ...nothing },
    ...registers.map((one) => one.pack?.(packing) ?? {}),
  );
  const { lines, ...lists } = parts;
  const rows = Object.values(parts).reduce((sum, list) => sum + list.length, 0);
  const [head] = append(tx, [
    {
      kind: "log.export",
      user: person.id,
      detail: { v: 1, filter: { from: start, to: end }, what: "evidence-pack", rows },
    },
  ]);
  return {
    v: 1,
    clinic,
    timeZone,
    from,
    to,
    confidential,
    madeAt: asOf,
    madeBy: person.name,
    ledger: head ?? { seq: 0, hash: "" },
    register: { v: 1, clinic, timeZone, asOf, rows: lines },
    ...lists,
  };
}
