import { objectsOf } from "../../base/database.ts";
import { asked } from "./asked.ts";
import { nextFor } from "./events-route.ts";
import { readersSelect } from "./readers-select.ts";
import { recordReading } from "./reading.ts";

interface StoredReading {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly detail: string;
}

/**
 * `GET /api/chaperone/readers`: who else read the caller's own events, newest first: readings of that person's events,
 * and readings of everybody's. `by` is '' for an export made in the terminal.
 */
export function readers(e: pb.RequestEvent): void {
  const who = asked(e, ["before", "limit"]);
  const { person, query } = who;
  recordReading(e.app, person, "readers", { user: person.id });
  const rows = objectsOf<StoredReading>(e.app, ["seq", "id", "at", "by", "detail"], readersSelect, {
    me: person.id,
    before: query.before ?? Number.MAX_SAFE_INTEGER,
    limit: query.limit + 1,
  });
  const shown = rows.slice(0, query.limit);
  e.json(200, {
    rows: shown.map(({ id, at, by, detail }) => {
      const { what, filter } = JSON.parse(detail) as { what: string; filter: object };
      return { id, at, by, what, filter };
    }),
    next: nextFor(e, who, rows.length > query.limit ? (shown[shown.length - 1]?.seq ?? null) : null),
  });
}
