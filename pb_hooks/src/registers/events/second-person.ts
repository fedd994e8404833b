import type { EventRow } from "#domain/ledger/ledger";
import { type Caller, livePerson } from "../../base/caller.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { reads } from "../incidents/case-facts.ts";
import { casesOn, isAbout, selvesOf } from "./about.ts";

/**
 * Who may confirm the erasure of an event: a lead, the deputy lead or a manager who works here and signs in, is somebody
 * else than the one who asks, and is not the one whom the event is about (DESIGN.md 6, conflict lock).
 *
 * @returns `all` of them, and of these `told`: where a case stands on the event, only who reads that case. The rest are
 * not asked, so that the question tells nobody of a case.
 */
export function secondPeople(
  app: pb.App,
  event: EventRow,
  asker: string,
): { readonly all: readonly string[]; readonly told: readonly string[] } {
  const askers = selvesOf(app, asker);
  const deputy = clinicOf(app)?.getString("deputyLead") ?? "";
  const cases = casesOn(app, event);
  const all = app
    .findRecordsByFilter(
      "users",
      "active = true && enrolled = true && (role = 'dpo' || role = 'manager' || (role = 'staff' && id = {:deputy}))",
      "name,id",
      0,
      0,
      { deputy },
    )
    .flatMap((row) => livePerson(app, row) ?? [])
    .filter(({ id }) => !askers.includes(id) && !isAbout(app, event, selvesOf(app, id), cases));
  const told = all.filter((person) => cases.every((one) => reads(app, person, one)));
  return { all: all.map(idOf), told: told.map(idOf) };
}

const idOf = ({ id }: Caller): string => id;
