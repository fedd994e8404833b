import { DatabaseSync } from "node:sqlite";
import { type Draft, type EventRow, eventColumns, nextLink } from "#domain/ledger/ledger";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { draft, sha256 } from "./server/chain.ts";
import type { TestServer } from "./server/server.ts";

/** Appends events to a server's chain as that server would have linked them at another time. */
export function appendEvents(server: TestServer, drafts: readonly Partial<Draft>[]): void {
  const database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  let last = (database.prepare("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1").get() ?? {
    seq: 0,
    hash: "",
  }) as { seq: number; hash: string };
  const marks = eventColumns.map(() => "?").join(", ");
  const into = database.prepare(`INSERT INTO events (${eventColumns.join(", ")}) VALUES (${marks})`);
  database.exec("BEGIN IMMEDIATE");
  for (const more of drafts) {
    const seq = last.seq + 1;
    const named = { idDigest: sha256(`old ${seq}`), id: `old${String(seq).padStart(12, "0")}` };
    const row: EventRow = nextLink(last, draft(seq, { ...named, ...more }), sha256);
    into.run(...eventColumns.map((column) => row[column]));
    last = row;
  }
  const { seq } = last;
  database.prepare("UPDATE ledger_summed SET days = ?, browsers = ?, mail = ?").run(seq, seq, seq);
  database.exec("COMMIT");
  database.close();
}
