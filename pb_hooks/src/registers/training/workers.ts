import type { Colleague } from "#domain/registers/training/needs";
import type { Role } from "#domain/roles";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import type { Completed } from "./rows.ts";

/** Somebody of whom training is asked, or was, with every time in which they worked here. */
export interface NamedColleague extends Omit<Colleague, "from" | "until"> {
  readonly name: string;
  readonly active: boolean;
  readonly works: readonly { readonly from: string; readonly until: string }[];
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly practitioner: number;
  readonly active: number;
  readonly created: string;
}
interface PeriodRow {
  readonly user: string;
  readonly kind: string;
  readonly from: string;
  readonly until: string;
}

const earliest = (days: readonly string[]): string => [...days].sort()[0] ?? "";

/**
 * Everybody but auditors, by name. Somebody works here from the first day that was entered for them; where none was, from
 * the day on which they came into Chaperone, or from what is known of them before that. Whoever is no longer active left
 * on the day on which that was said, where no last day was entered.
 *
 * @param day - Civil date of which their roles are.
 * @param completed - What they completed.
 * @param user - Of this person alone.
 */
export function workersIn(
  app: pb.App,
  day: string,
  completed: ReadonlyMap<string, Completed>,
  user = "",
): NamedColleague[] {
  const { date, bounds } = clinicTime(app);
  const then = whoOn(app, bounds(day, day).to, user);
  const periods = periodsIn(app, user);
  const gone = goneIn(app, (at) => date(Date.parse(at)));
  const select = `SELECT id, name, role, practitioner, active, created FROM users WHERE role <> 'auditor' AND ({:user} = '' OR id = {:user})
    ORDER BY name COLLATE NOCASE, id`;
  const names = ["id", "name", "role", "practitioner", "active", "created"] as const;
  return objectsOf<PersonRow>(app, names, select, { user }).map(
    ({ practitioner, active, created, ...person }) => {
      const own = periods.get(person.id) ?? [];
      const works = own.filter(({ kind }) => kind === "works");
      const leaves = own.filter(({ kind }) => kind === "leave");
      const known = [
        date(Date.parse(iso(created))),
        completed.get(person.id)?.first ?? "",
        ...leaves.map(({ from }) => from),
      ].filter((day) => day !== "");
      const guessed = { from: earliest(known), until: active ? "" : (gone.get(person.id) ?? "") };
      return {
        ...person,
        role: then.get(person.id)?.role ?? person.role,
        practitioner: then.get(person.id)?.practitioner ?? Boolean(practitioner),
        active: Boolean(active),
        works: works.length > 0 ? works : [guessed],
        leaves,
      };
    },
  );
}

function periodsIn(app: pb.App, user: string): Map<string, PeriodRow[]> {
  const select = `SELECT user, kind, "from", until FROM staff_periods
    WHERE cancelled = FALSE AND ({:user} = '' OR user = {:user}) ORDER BY "from", id`;
  const periods = new Map<string, PeriodRow[]>();
  for (const row of objectsOf<PeriodRow>(app, ["user", "kind", "from", "until"], select, { user }))
    periods.set(row.user, [...(periods.get(row.user) ?? []), row]);
  return periods;
}

interface Then {
  readonly role?: Role;
  readonly practitioner?: boolean;
}

/** Role and practitioner of those who are another since: what stood before the first change after that instant. */
function whoOn(app: pb.App, end: string, user: string): Map<string, Then> {
  const select = `SELECT e.detail->>'id' AS id, c.value->>'column' AS column, c.value->>'from' AS was, min(e.seq) AS seq
    FROM events e, json_each(e.detail->'changed') c WHERE e.kind IN ('users.act', 'users.update') AND e.detail <> ''
      AND e.receivedAt > {:end} AND c.value->>'column' IN ('role', 'practitioner') AND c.value->>'from' <> ''
      AND ({:user} = '' OR e.detail->>'id' = {:user}) GROUP BY 1, 2`;
  type Row = { id: string; column: string; was: string };
  const then = new Map<string, Then>();
  for (const { id, column, was } of objectsOf<Row>(app, ["id", "column", "was"], select, { end, user }))
    then.set(id, {
      ...then.get(id),
      ...(column === "role" ? { role: was as Role } : { practitioner: was === "true" }),
    });
  return then;
}

/** When somebody was said to work here no more, by the log; '' where it does not say. */
function goneIn(app: pb.App, dayOf: (instant: string) => string): Map<string, string> {
  const inactive = objectsOf<{ id: string }>(app, ["id"], "SELECT id FROM users WHERE active = FALSE");
  if (inactive.length === 0) return new Map();
  const select = `SELECT detail->>'id' AS id, max(receivedAt) AS at FROM events
    WHERE kind = 'users.act' AND detail <> '' AND detail->>'action' = 'deactivate' GROUP BY 1`;
  return new Map(
    objectsOf<{ id: string; at: string }>(app, ["id", "at"], select).map(({ id, at }) => [
      id,
      dayOf(iso(at)),
    ]),
  );
}
