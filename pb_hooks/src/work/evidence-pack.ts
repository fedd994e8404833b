import { type PackPlan, packBody } from "#domain/work/evidence-pack";
import { type Caller, caller } from "../base/caller.ts";
import { now } from "../base/clock.ts";
import { bodyOf, refuse } from "../base/refusal.ts";
import { stored } from "../base/time.ts";
import { endOfDay, startOfDay } from "../base/time-zone.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { append } from "../ledger/append.ts";
import { inLedgerTransaction } from "../ledger/transaction.ts";
import { casesFor } from "../registers/incidents/case-facts.ts";
import { evidenceOf, versionsOf } from "../registers/incidents/pack.ts";
import { registerLine } from "../registers/incidents/register-line.ts";
import { noticesIn, reviewsIn, shownIn, trainingIn } from "./pack-of-clinic.ts";

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
  const period = { from, to, start: startOfDay(zone, from), end: endOfDay(zone, to), zone };
  e.json(
    200,
    inLedgerTransaction(e.app, (tx) => planOf(tx, person, period, confidential)),
  );
}

interface Period {
  readonly from: string;
  readonly to: string;
  /** Instants: the first moment, and the first after it. */
  readonly start: string;
  readonly end: string;
  readonly zone: string;
}

function planOf(tx: pb.App, person: Caller, period: Period, confidential: boolean): PackPlan {
  const cases = casesFor(tx, person, inPeriod(period)).filter(
    (one) => confidential || !one.getBool("confidential"),
  );
  const asOf = now();
  const clinic = clinicOf(tx)?.getString("name") ?? "";
  const lists = {
    versions: cases.flatMap((one) => versionsOf(tx, one, period.end)),
    evidence: cases.flatMap((one) => evidenceOf(tx, one, period.end)),
    reviews: reviewsIn(tx, period.from, period.to),
    training: trainingIn(tx, period.to),
    notices: noticesIn(tx, period.end),
    shown: shownIn(tx, period.end),
  };
  const rows = Object.values(lists).reduce((sum, list) => sum + list.length, cases.length);
  const [head] = append(tx, [
    {
      kind: "log.export",
      user: person.id,
      detail: { v: 1, filter: { from: period.start, to: period.end }, what: "evidence-pack", rows },
    },
  ]);
  return {
    v: 1,
    clinic,
    timeZone: period.zone,
    from: period.from,
    to: period.to,
    confidential,
    madeAt: asOf,
    madeBy: person.name,
    ledger: head ?? { seq: 0, hash: "" },
    register: {
      v: 1,
      clinic,
      timeZone: period.zone,
      asOf,
      rows: cases.map((one) => registerLine(tx, one)),
    },
    ...lists,
  };
}

/** A case belongs to a period in which it was open, if only for a moment. Instants of ours hold no quote. */
const inPeriod = ({ start, end }: Period): string =>
  `openedAt < '${stored(end)}' && (closedAt = '' || closedAt >= '${stored(start)}')`;
