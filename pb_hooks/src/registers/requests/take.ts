import type { ActAnswer } from "#domain/api";
import { isRealDay } from "#domain/base/civil-date";
import { daysBetween } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { deadChannelProblem } from "#domain/registers/requests/dead";
import { factsOf } from "#domain/registers/requests/fold";
import type { Channel } from "#domain/registers/requests/kinds";
import { askingProblem } from "#domain/registers/requests/who";
import { isListedReference } from "#domain/registers/retention/reference";
import type { ActsOf, Doing } from "../../acts/doing.ts";
import { saveRow } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { now, nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { leadOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";
import { type ClinicOfRequests, clinicFor, takenOf } from "./rows.ts";
import { settle } from "./save.ts";

/** Taking a request: at the desk, by phone, from a letter or a pasted e-mail. */
export const takeAct: ActsOf<"requests.take"> = {
  "requests.take": ({ tx, actor, data }) => {
    const clinic = clinicFor(tx);
    const { receivedOn, renews = "", kind, channel } = data;
    requireDay(receivedOn, clinic.today);
    requireAsking(data);
    const spoken = kind === "access-dead" ? deadChannelProblem(channel, clinic.nation) : undefined;
    if (spoken !== undefined) refuse("data.channel", "does-not-fit", spoken);
    requireRenewed(tx, renews);
    return makeRequest(tx, actor, clinic, { ...data, receivedAt: cameAt(tx, receivedOn, clinic.today) });
  },
};

type Taking = Doing<"requests.take">["data"];

/** @throws {BadRequestError} Where this person can't ask this, or what is named is no record. */
export function requireAsking(
  asked: Pick<Taking, "kind" | "requester" | "age" | "system" | "recordRef">,
): void {
  const { kind, requester, age, system = "", recordRef = "" } = asked;
  const problem = askingProblem(kind, requester, age);
  if (problem !== undefined) refuse("data.requester", "does-not-fit", problem);
  if (recordRef !== "") requireReference(system, recordRef);
}

/** Makes a request of what was asked, and of when it came. */
export function makeRequest(
  tx: pb.App,
  actor: Caller,
  { nation, today }: ClinicOfRequests,
  taking: Omit<Taking, "channel"> & { readonly channel: Channel; readonly receivedAt: string },
): ActAnswer {
  const { name = "", reach = "", system = "", recordRef = "", renews = "", receivedAt, ...rest } = taking;
  const row = newRecord(tx, "requests", {
    ...rest,
    id: newId(),
    number: nextNumber(tx),
    receivedAt: stored(receivedAt),
    system: recordRef === "" ? "" : system,
    recordRef,
    renews,
    handler: handlerOf(tx, actor),
    by: actor.id,
    at: stored(now()),
    version: 0,
  });
  settle(row, factsOf(takenOf(row, nation), [], row.getString("handler")), today);
  const answer = saveRow(tx, row, "take", actor);
  if (name !== "" || reach !== "") {
    const who = { id: newId(), request: row.id, name, reach, by: actor.id, at: stored(now()) };
    saveFor(tx, newRecord(tx, "request_names", who), { user: actor.id });
  }
  return answer;
}

function requireDay(receivedOn: string, today: string): void {
  if (!isRealDay(receivedOn)) refuse("data.receivedOn", "invalid_format", "There is no such day.");
  if (receivedOn > today) refuse("data.receivedOn", "in-future", "This day is still to come.");
  if (daysBetween(receivedOn, today) > policy.holdAskedBack.amount)
    refuse("data.receivedOn", "too-early", `This is more than ${policy.holdAskedBack.amount} days back.`);
}

/** @throws {BadRequestError} Where it is none of that system, or a number of the health service. */
export function requireReference(system: string, recordRef: string): void {
  if (system === "") refuse("data.system", "missing", "Say in which system the record is.");
  if (!isListedReference(system, recordRef))
    refuse(
      "data.recordRef",
      "invalid_format",
      "This is no reference of that system. Never a name or an NHS number.",
    );
}

function requireRenewed(tx: pb.App, renews: string): void {
  if (renews === "") return;
  const [old] = tx.findRecordsByFilter("requests", "id = {:renews}", "", 1, 0, { renews });
  if (old?.getString("state") !== "withdrawn")
    refuse("data.renews", "unknown", "Only a request that was withdrawn is taken up again.");
}

/** When it came: now, or, of a day before, its end, for nobody says the hour of a letter. */
function cameAt(tx: pb.App, receivedOn: string, today: string): string {
  if (receivedOn === today) return now();
  return new Date(Math.min(clinicTime(tx).start(receivedOn) + 86_400_000 - 1, nowMs())).toISOString();
}

const nextNumber = (tx: pb.App): number =>
  Number(rowsOf(tx, ["n"], "SELECT coalesce(max(number), 0) + 1 AS n FROM requests")[0]?.[0] ?? 1);

/** Who works it at first: the lead, or the manager who took it. */
const handlerOf = (tx: pb.App, { id, role }: Pick<Caller, "id" | "role">): string =>
  role === "staff" ? leadOf(tx) : id;
