import type { FourAnswers, Nation } from "#domain/law/four-answers";
import type { RequestFacts, Step, Taken } from "#domain/registers/requests/facts";
import { factsOf } from "#domain/registers/requests/fold";
import type { RequestPeople } from "#domain/registers/requests/may-act-on";
import { nowMs } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersOf } from "../../clinic/four-answers.ts";

/** The clinic as a request's rules look at it; before set-up as in England. */
export interface ClinicOfRequests {
  readonly nation: Nation;
  readonly legalForm: FourAnswers["legalForm"];
  /** Civil date there, now. */
  readonly today: string;
}

export function clinicFor(app: pb.App): ClinicOfRequests {
  const answers = answersOf(app);
  return {
    nation: answers?.nation || "england",
    legalForm: answers?.legalForm ?? "",
    today: clinicTime(app).date(nowMs()),
  };
}

type StoredStep = Omit<Step, "data"> & { readonly data: string };

/** What was entered of a request, in its order. */
export function stepsOf(app: pb.App, request: string): Step[] {
  const select = `SELECT kind, data, "at", "by" FROM request_steps WHERE request = {:request} ORDER BY position`;
  return objectsOf<StoredStep>(app, ["kind", "data", "at", "by"], select, { request }).map((step) => ({
    ...step,
    data: JSON.parse(step.data) as Step["data"],
    at: iso(step.at),
  }));
}

export const takenOf = (row: pb.Record, nation: Nation): Taken => ({
  kind: row.getString("kind") as Taken["kind"],
  requester: row.getString("requester") as Taken["requester"],
  age: row.getString("age") as Taken["age"],
  nation,
  receivedOn: row.getString("receivedOn"),
  receivedAt: iso(row.getString("receivedAt")),
  doubt: row.getString("doubt") === "yes",
  recordRef: row.getString("recordRef"),
});

/** How a request stands, from all that was entered of it. */
export const factsFor = (row: pb.Record, nation: Nation, steps: readonly Step[]): RequestFacts =>
  factsOf(takenOf(row, nation), steps, row.getString("handler"));

export const peopleOf = (row: pb.Record): RequestPeople => ({
  by: row.getString("by"),
  handler: row.getString("handler"),
  askedOf: row.getString("askedOf"),
});
