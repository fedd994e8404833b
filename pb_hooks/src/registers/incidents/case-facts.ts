import { type CaseFacts, keeperOf, mayRead } from "#domain/registers/incidents/may-act-on";
import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { isReading, once } from "../../base/once.ts";
import { listIn } from "../../base/rows.ts";
import { clinicOf } from "../../clinic/clinic.ts";

type OfClinic = Pick<CaseFacts, "lead" | "deputyLead" | "controller" | "deciders">;

const ofClinic = (app: pb.App): OfClinic => once("deciders", () => askedOfClinic(app));

function askedOfClinic(app: pb.App): OfClinic {
  const clinic = clinicOf(app);
  const named = (field: string) => clinic?.getString(field) ?? "";
  const deciders =
    "SELECT id FROM users WHERE active = TRUE AND enrolled = TRUE AND role IN ('manager', 'dpo')";
  return {
    lead: named("lead"),
    deputyLead: named("deputyLead"),
    controller: named("controller"),
    deciders: rowsOf(app, ["id"], deciders).map(([id]) => String(id)),
  };
}

/**
 * What `may-act-on.ts` asks of a case, as it is now.
 *
 * @param shared - What is the same for all cases, where many are looked at.
 */
export function caseFactsOf(app: pb.App, breach: pb.Record, shared = ofClinic(app)): CaseFacts {
  return {
    confidential: breach.getBool("confidential"),
    opened: breach.getBool("opened"),
    about: breach.getString("about"),
    senders: listIn<string>(breach, "senders"),
    conflicted: peopleOf(app, breach.id, "conflicts", "TRUE"),
    granted: peopleOf(app, breach.id, "case_grants", "until > {:now}"),
    holder: breach.getString("holder"),
    deputy: breach.getString("deputy"),
    keeper: breach.getString("keeper"),
    advisedBy: breach.getString("leadBy"),
    alone: breach.getString("aloneBy"),
    ...shared,
  };
}

/** Whom a table names in a case. A page that looks at many cases asks it of all at once. */
function peopleOf(app: pb.App, breach: string, table: "conflicts" | "case_grants", where: string): string[] {
  const select = (cases: string) => `SELECT DISTINCT breach, user FROM ${table} WHERE ${cases} AND ${where}`;
  const ask = (cases: string) =>
    rowsOf(app, ["breach", "user"], select(cases), {
      ...(cases === "TRUE" ? {} : { breach }),
      ...(where === "TRUE" ? {} : { now: storedNow() }),
    });
  const rows = isReading() ? once(table, () => ask("TRUE")) : ask("breach = {:breach}");
  return rows.filter(([one]) => one === breach).map(([, user]) => String(user));
}

const storedNow = (): string => now().replace("T", " ");

export const reads = (app: pb.App, person: Caller, breach: pb.Record): boolean =>
  mayRead(person, caseFactsOf(app, breach));

/** Cases that a person may read, by a filter of PocketBase's. */
export function casesFor(app: pb.App, person: Caller, filter: string, sort = "number"): pb.Record[] {
  const shared = ofClinic(app);
  return app
    .findRecordsByFilter("breaches", filter, sort, 0, 0)
    .filter((one) => mayRead(person, caseFactsOf(app, one, shared)));
}

/** Cases that a person may read and that are not at their end, by number; asked once in a reading. */
export const openCasesFor = (app: pb.App, person: Caller): readonly pb.Record[] =>
  once(`open cases ${person.id}`, () => casesFor(app, person, "state != 'closed' && state != 'withdrawn'"));

/** Says of a case by its id whether a person may read it; asked of one case once. */
export function readableCases(app: pb.App, person: Caller): (id: string) => boolean {
  const known = new Map<string, boolean>();
  const shared = ofClinic(app);
  return (id) => {
    let may = known.get(id);
    if (may === undefined) {
      may = mayRead(person, caseFactsOf(app, app.findRecordById("breaches", id), shared));
      known.set(id, may);
    }
    return may;
  };
}

/** Cases that somebody has a part in by name, whatever their role: whom it was opened to, and who is asked about it. */
export const casesNaming = (app: pb.App, user: string): string[] =>
  rowsOf(
    app,
    ["id"],
    `SELECT breach AS id FROM case_grants WHERE user = {:user} AND until > {:now}
     UNION SELECT id FROM breaches WHERE holder = {:user} OR deputy = {:user}`,
    { user, now: storedNow() },
  ).map(([id]) => String(id));

/** Confidential still: it comes into a register or a pack only where whoever keeps it asks. */
export const isKeptApart = (breach: pb.Record): boolean =>
  breach.getBool("confidential") && !breach.getBool("opened");

/** Whether a confidential case lies with this person. */
export const keeps = (app: pb.App, person: Caller, breach: pb.Record): boolean =>
  keeperOf(caseFactsOf(app, breach)) === person.id;
