import { isHealthNumber } from "#domain/detector/check-digit";
import { policy } from "#domain/policy";
import {
  answerBody,
  inTellingOrder,
  type ReleaseAnswer,
  type ToldRelease,
} from "#domain/registers/releases/answer";
import { releaseState } from "#domain/registers/releases/release";
import { caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { bodyOf, refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { leadOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { nameOf } from "../../people/names.ts";

/** Who asks, and at which paired browser. */
export interface Asker {
  readonly user: string;
  readonly browser: string;
}

interface AskedOf {
  readonly reference: string;
  readonly system: string;
}

/**
 * `POST /release-answer`: who may be told what about a record, for whoever is on the telephone. Each answer is an event,
 * and there are so many a day, of a person and of a browser. Nothing of what was asked stands in the address.
 */
export function answer(e: pb.RequestEvent): void {
  const person = caller(e, ["staff", "manager", "dpo"]);
  if (person.outside) throw new ForbiddenError("You are here for one case alone.");
  const { reference, system = "" } = bodyOf(e, answerBody);
  const found = answered(e.app, { user: person.id, browser: "" }, { reference, system });
  e.response.header().set("Cache-Control", "no-store");
  e.json(200, found);
}

/** @throws {BadRequestError} For a number of the health service: references of such systems are keyed before they come. */
export function answered(app: pb.App, asker: Asker, { reference, system }: AskedOf): ReleaseAnswer {
  if (isHealthNumber(reference))
    refuse("reference", "names-a-patient", "This is a number of the health service, and no reference.");
  return inLedgerTransaction(app, (tx) => {
    if (system === "") {
      const systems = systemsKnown(tx);
      if (systems.length > 1) return { is: "which", systems };
    }
    return told(tx, asker, { reference, system });
  });
}

/** The answer itself, in the transaction that keeps it. */
export function told(tx: pb.App, asker: Asker, { reference, system }: AskedOf): ReleaseAnswer {
  const today = clinicTime(tx).date(nowMs());
  const { answers, allowed, refused } = countOf(tx, asker, today);
  const releases = refused ? [] : releasesOf(tx, reference, system, today);
  const ask = newRecord(tx, "release_asks", {
    ...asker,
    id: newId(),
    at: stored(now()),
    day: today,
    system: releases[0]?.system ?? system,
    recordRef: reference,
    stood: releases.filter(({ state }) => state === "stands").length,
    refused,
    version: 1,
  });
  saveAct(tx, ask, refused ? "too-many" : "answer", {
    user: asker.user,
    ...(asker.browser === "" ? {} : { browser: asker.browser }),
  });
  if (refused) return { is: "too-many", lead: nameOf(tx, leadOf(tx)), allowed };
  return {
    is: "told",
    ask: { id: ask.id, version: 1 },
    system: releases[0]?.system ?? system,
    ending: reference.slice(-4),
    today,
    releases: inTellingOrder(releases.map(({ system: _, ...release }) => release)),
    count: answers + 1,
    allowed,
  };
}

interface Count {
  readonly answers: number;
  readonly allowed: number;
  readonly refused: boolean;
}

/** Of the person, and of the browser too: at a desk, who says to sit there is not known for sure. */
function countOf(app: pb.App, { user, browser }: Asker, day: string): Count {
  const person = countedBy(app, `user = {:by}`, user, day, policy.releaseAnswersADay.amount);
  if (browser === "" || person.refused) return person;
  // By its time: so is the index.
  const since = stored(new Date(nowMs() - 2 * 86_400_000).toISOString());
  const of = `"at" >= '${since}' AND browser = {:by}`;
  const here = countedBy(app, of, browser, day, policy.releaseAnswersOfBrowser.amount);
  return here.refused ? here : person;
}

function countedBy(app: pb.App, where: string, by: string, day: string, most: number): Count {
  const select = `SELECT coalesce(sum(refused = FALSE), 0) AS answers, coalesce(sum(liftedAt <> ''), 0) AS lifts
    FROM release_asks WHERE ${where} AND "day" = {:day}`;
  type Sums = { answers: number; lifts: number };
  const [sums] = objectsOf<Sums>(app, ["answers", "lifts"], select, { by, day });
  const { answers, lifts } = sums ?? { answers: 0, lifts: 0 };
  const allowed = most * (1 + lifts);
  return { answers, allowed, refused: answers >= allowed };
}

/** Each system that a release is kept of; the index is hopped along, however many releases there are. */
function systemsKnown(app: pb.App): string[] {
  const systems: string[] = [];
  for (let last = ""; systems.length < 50; ) {
    const select = "SELECT coalesce(min(system), '') AS system FROM releases WHERE system > {:last}";
    last = String(rowsOf(app, ["system"], select, { last })[0]?.[0] ?? "");
    if (last === "") break;
    systems.push(last);
  }
  return systems;
}

type Found = ToldRelease & { readonly system: string };

/** Of one record: at most 50, the newest first. */
function releasesOf(app: pb.App, reference: string, system: string, today: string): Found[] {
  const columns = [
    ...["id", "version", "system", "relation", "name", "organisation", "scopes", "exclusions", "fromDay"],
    ...["toDay", "phoneEnding", "once", "validFrom", "expiresOn", "revokedAt", "usedAt"],
  ] as const;
  const select = `SELECT ${columns.map((column) => `"${column}"`).join(", ")} FROM releases
    WHERE recordRef = {:reference} ${system === "" ? "" : "AND system = {:system}"} ORDER BY "at" DESC, id LIMIT 50`;
  type Row = Omit<Found, "state"> & { readonly revokedAt: string; readonly usedAt: string };
  return objectsOf<Row>(app, columns as unknown as readonly (keyof Row & string)[], select, {
    reference,
    system,
  }).map(({ revokedAt, usedAt, once, ...row }) => ({
    ...row,
    once: Boolean(once),
    state: releaseState({ ...row, revokedAt, usedAt }, today),
  }));
}
