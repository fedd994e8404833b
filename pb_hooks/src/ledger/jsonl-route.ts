import { eventColumns, fileDigest, fromValues } from "#domain/ledger";
import { caller } from "./caller.ts";
import { checkpointBelow } from "./checkpoint.ts";
import { startExport } from "./console.ts";
import { rowsOf } from "./database.ts";

/** Events in one piece of the answer. */
const piece = 500;

/**
 * `GET /api/chaperone/ledger.jsonl`: the whole chain as `npm run verify` reads it, for the lead. One SELECT, so that an
 * erasure in the meantime changes nothing of it; sent piece by piece, so that a million events need little memory.
 */
export function ledgerJsonl(e: pb.RequestEvent): void {
  const person = caller(e, ["dpo"]);
  const { head, rows, some } = begun(e.app, person.id);
  const headers = e.response.header();
  headers.set("Content-Type", "application/jsonl; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Disposition", `attachment; filename="chaperone-ledger-${head.at.slice(0, 10)}.jsonl"`);

  let digest = "";
  const write = (lines: string, values: string) => {
    for (const line of values.split("\n")) digest = fileDigest(digest, line, $security.sha256);
    e.response.write(toBytes(`${lines}\n`));
  };
  const from = checkpointBelow(e.app, firstSeq(e.app));
  if (from) write(JSON.stringify({ from }), fromValues(from));
  try {
    do {
      rows.scanStruct(some);
      write(some.lines, some.columns);
    } while (rows.next());
  } finally {
    rows.close();
  }
  e.response.write(toBytes(`${JSON.stringify({ head: { ...head, file: digest } })}\n`));
}

/**
 * Signs the head and stands at the first rows up to it. An order that came in between may have blanked what the file
 * would hold without holding the order: then it begins anew.
 */
function begun(app: pb.App, user: string) {
  for (;;) {
    const head = startExport(app, { user });
    const rows = app.db().newQuery(select).bind({ last: head.seq, piece }).rows();
    rows.next();
    const later =
      "SELECT 1 AS one FROM events WHERE seq > {:seq} AND kind IN ('event.erase', 'event.expire') LIMIT 1";
    if (rowsOf(app, ["one"], later, { seq: head.seq }).length === 0) {
      return { head, rows, some: new DynamicModel({ lines: "", columns: "" }) as Piece };
    }
    rows.close();
  }
}

function firstSeq(app: pb.App): number {
  return Number(rowsOf(app, ["seq"], "SELECT coalesce(min(seq), 1) AS seq FROM events")[0]?.[0]);
}

interface Piece {
  readonly lines: string;
  /** `rowValues` of each line: SQLite writes the texts that a ledger holds as JSON.stringify does. */
  readonly columns: string;
}

const members = eventColumns.map((column) => `'${column}', "${column}"`).join(", ");
const values = eventColumns.map((column) => `"${column}"`).join(", ");
const select = `SELECT group_concat(json_object(${members}), char(10)) AS lines,
    group_concat(json_array(${values}), char(10)) AS columns
  FROM (SELECT * FROM events INDEXED BY idx_events_seq WHERE seq <= {:last} ORDER BY seq) GROUP BY seq / {:piece}`;
