import { asked } from "./asked.ts";
import { objectsOf } from "./database.ts";
import { readersSelect } from "./readers-select.ts";
import { recordReading } from "./reading.ts";

interface StoredReading {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly detail: string;
}

/**
 * `GET /api/chaperone/readers`: who else read the caller's own events, newest first: readings of that person's events,
 * and readings of everybody's. `by` is '' for an export made in the terminal.
 */
export function readers(e: pb.RequestEvent): void {
  const { person, query } = asked(e, ["before", "limit"]);
  recordReading(e.app, person, "readers", { user: person.id });
  const rows = objectsOf<StoredReading>(e.app, ["seq", "at", "by", "detail"], readersSelect, {
    me: person.id,
    before: query.before ?? Number.MAX_SAFE_INTEGER,
    limit: query.limit + 1,
  });
  const shown = rows.slice(0, query.limit);
  e.json(200, {
    rows: shown.map(({ seq, at, by, detail }) => {
      const { what, filter } = JSON.parse(detail) as { what: string; filter: object };
      return { seq, at, by, what, filter };
    }),
    next: rows.length > query.limit ? (shown[shown.length - 1]?.seq ?? null) : null,
  });
}
