import { type EventRow, eventColumns } from "#domain/ledger/ledger";
import type { LogQuery } from "#domain/ledger/log-query";
import { attemptsIn } from "#domain/registers/incidents/attempts";
import { now } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { columnList } from "../chain/event-rows.ts";
import { type Asked, asked } from "./asked.ts";
import { sendCsv } from "./csv.ts";
import { disputedAtMost, disputedLine, sendDisputed } from "./disputed.ts";
import { countRows, nextFor, pageAfter, pagesOf } from "./events-route.ts";
import type { NamedRow } from "./log-select.ts";
import { keptFilter, recordExport, recordReading } from "./reading.ts";
import { readsChain, shownTo } from "./shown-row.ts";

/** One attempt: a document that was held, and what became of it as far as it is known. */
interface Attempt {
  readonly held: NamedRow;
  readonly outcome: EventRow | null;
}

/** `GET /api/chaperone/mail`: attempts to send, newest first; staff see their own. */
export function mail(e: pb.RequestEvent): void {
  const who = asked(e, ["user", "from", "to", "outcome", "before", "limit", "format"]);
  const query: LogQuery = { ...who.query, kind: "mail.held" };
  const filter = keptFilter(who.query);
  if (query.format === "csv") {
    recordExport(e.app, who.person, "mail", filter, countRows(e.app, query));
    const first = readsChain(who.person) ? "seq" : "id";
    sendCsv(e, who, "mail", [first, ...csvColumns], csvPages(e.app, { ...who, query }));
    return;
  }
  if (query.format === "saw") {
    if (who.person.role !== "dpo") throw new ForbiddenError("What the detector saw is for the lead.");
    const lines = [...disputed(e.app, query)];
    recordExport(e.app, who.person, "mail", filter, lines.length);
    sendDisputed(e, now().slice(0, 10), lines);
    return;
  }
  recordReading(e.app, who.person, "mail", filter);
  const { rows, next } = pageAfter(e.app, query, query.limit);
  const shown = attempts(e.app, rows).map(({ held, outcome }) => ({
    held: shownTo(who.person, held),
    outcome: outcome && shownTo(who.person, outcome),
  }));
  e.json(200, { rows: shown, next: nextFor(e, who, next), asOf: now() });
}

/** What became of each: its last outcome, for a late check is settled twice, first as undecided. */
function attempts(app: pb.App, rows: readonly NamedRow[]): Attempt[] {
  const traces = JSON.stringify(rows.flatMap(({ trace }) => trace || []));
  const events = objectsOf<EventRow>(
    app,
    eventColumns,
    `SELECT ${columnList} FROM events INDEXED BY idx_events_trace
     WHERE trace IN (SELECT value FROM json_each({:traces})) AND trace <> ''
       AND kind IN ('mail.held', 'mail.outcome') ORDER BY seq`,
    { traces },
  );
  const outcomes = new Map(
    attemptsIn(events).map((one) => [one.held.seq, one.outcomes[one.outcomes.length - 1]]),
  );
  return rows.map((held) => ({ held, outcome: outcomes.get(held.seq) ?? null }));
}

function* disputed(app: pb.App, query: LogQuery): Generator<string> {
  let count = 0;
  for (const rows of pagesOf(app, query))
    for (const { outcome } of attempts(app, rows)) {
      const line = outcome ? disputedLine(outcome) : undefined;
      if (line === undefined) continue;
      yield line;
      if (++count >= disputedAtMost) return;
    }
}

const csvColumns = [
  "occurredAt",
  "userName",
  "user",
  "attribution",
  "browserName",
  "system",
  "held",
  "outcomeAt",
  "outcome",
  "outcomeDetail",
];

function* csvPages(app: pb.App, { person, query }: Asked) {
  for (const rows of pagesOf(app, query)) {
    yield attempts(app, rows).map(({ held, outcome }) => [
      readsChain(person) ? held.seq : shownTo(person, held).id,
      held.occurredAt,
      held.userName,
      held.user,
      held.attribution,
      held.browserName,
      held.system,
      held.detail,
      outcome?.occurredAt ?? "",
      outcome?.detail ? String(JSON.parse(outcome.detail).outcome) : "",
      outcome?.detail ?? "",
    ]);
  }
}
