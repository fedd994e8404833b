import { eventColumns, fileDigest, fromValues } from "#domain/ledger/ledger";
import { type Caller, caller } from "../../base/caller.ts";
import { rowsOf } from "../../base/database.ts";
import { checkpointBelow } from "../chain/checkpoint.ts";
import { hiddenFrom } from "../offers.ts";
import { startExport } from "./start-export.ts";

/** Events in one piece of the answer. */
const piece = 500;
/** How often an erasure at the beginning is met by beginning anew. */
const tries = 5;

/**
 * `GET /api/chaperone/ledger.jsonl`: the whole chain as `npm run verify` reads it, for the lead; of a case that is not
 * this lead's to see only where its events stand. One SELECT, so that an erasure in the meantime changes nothing of it;
 * sent piece by piece, so that a million events need little memory.
 */
export function ledgerJsonl(e: pb.RequestEvent): void {
  const person = caller(e, ["dpo"]);
  const { head, rows, some } = begun(e.app, person);
  const headers = e.response.header();
  headers.set("Content-Type", "application/jsonl; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Disposition", `attachment; filename="chaperone-ledger-${head.at.slice(0, 10)}.jsonl"`);

  let digest = "";
  const write = (lines: string, values: string) => {
    // All of this piece is withheld, and told by the line of another.
    if (lines === "") return;
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
 *
 * @throws {ApiError} 503 where orders come faster than it begins.
 */
function begun(app: pb.App, person: Caller) {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const hidden = hiddenFrom(app, person);
    const { head, withheld } = startExport(app, { user: person.id, hidden });
    const params = {
      last: head.seq,
      piece,
      hidden: JSON.stringify(hidden),
      withheld: JSON.stringify(withheld),
    };
    const rows = app.db().newQuery(select).bind(params).rows();
    rows.next();
    const later =
      "SELECT 1 AS one FROM events WHERE seq > {:seq} AND kind IN ('event.erase', 'event.expire') LIMIT 1";
    if (rowsOf(app, ["one"], later, { seq: head.seq }).length === 0) {
      return { head, rows, some: new DynamicModel({ lines: "", columns: "" }) as Piece };
    }
    rows.close();
  }
  throw new ApiError(503, "Events are being erased or expired just now. Take the log when that has ended.");
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
/** One line for a stretch that is withheld, at its last event; as `withheldValues` has it. */
const stretch = (line: string) =>
  `(SELECT ${line} FROM (SELECT value->>'from' AS "from", value->>'seq' AS "last", value->>'prev' AS "prev", value->>'hash' AS "hash"
     FROM json_each({:withheld})) w WHERE w."last" = e.seq)`;
const stretchLine = stretch(
  `json_object('withheld', json_object('from', w."from", 'seq', w."last", 'prev', w."prev", 'hash', w."hash"))`,
);
const stretchValues = stretch(`json_array('withheld', w."from", w."last", w."prev", w."hash")`);
const isWithheld = "(trace <> '' AND trace IN (SELECT value FROM json_each({:hidden})))";
const select = `SELECT
    coalesce(group_concat(CASE WHEN ${isWithheld} THEN ${stretchLine} ELSE json_object(${members}) END, char(10)), '') AS lines,
    coalesce(group_concat(CASE WHEN ${isWithheld} THEN ${stretchValues} ELSE json_array(${values}) END, char(10)), '') AS columns
  FROM (SELECT * FROM events INDEXED BY idx_events_seq WHERE seq <= {:last} ORDER BY seq) e GROUP BY seq / {:piece}`;
