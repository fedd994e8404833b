import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { eventColumns } from "#domain/ledger/ledger";
import { obtainPocketbase } from "../../../scripts/pocketbase/obtain.mjs";
import { post, type Send } from "./load.ts";

const whole: readonly string[] = ["seq", "v", "orderedBy", "n"];

/** What the ledger's own table has: the peers hold as much, in as many indexes, and no chain. */
export interface Shape {
  readonly columns: readonly string[];
  /** Statements that make the indexes, as SQLite keeps them. */
  readonly indexes: readonly string[];
}

/** The ledger's table as it is in a folder of the product. */
export function shapeOf(database: string): Shape {
  const open = new DatabaseSync(database, { readOnly: true });
  const select = "SELECT sql FROM sqlite_master WHERE tbl_name = 'events' AND type = 'index' AND sql <> ''";
  const indexes = open
    .prepare(select)
    .all()
    .map(({ sql }) => String(sql));
  open.close();
  return { columns: eventColumns.filter((column) => column !== "id"), indexes };
}

let made = 0;
/** A row that meets no other in any index. */
function row({ columns }: Shape): { [column: string]: string | number } {
  made += 1;
  const unique = randomBytes(32).toString("hex");
  const at = new Date().toISOString();
  const values = columns.map((column): [string, string | number] => {
    if (whole.includes(column)) return [column, column === "seq" || column === "n" ? made : 0];
    if (/At$/.test(column)) return [column, at];
    return [column, /hash|digest|prev/i.test(column) ? unique : unique.slice(0, 15)];
  });
  return { id: randomBytes(8).toString("hex").slice(0, 15), ...Object.fromEntries(values) };
}

/** PocketBase alone, without a hook: anybody may create a row, one by one or by its batch API. */
export async function startPocketbase(folder: string, port: number, shape: Shape) {
  const migrations = join(folder, "migrations");
  mkdirSync(migrations, { recursive: true });
  const fields = shape.columns.map((name) =>
    whole.includes(name) ? { type: "number", name, onlyInt: true } : { type: "text", name, max: 2_000_000 },
  );
  const collection = { type: "base", name: "events", createRule: "", fields, indexes: shape.indexes };
  const text = `migrate((app) => {
    app.save(new Collection(${JSON.stringify(collection)}));
    const settings = app.settings();
    settings.batch.enabled = true; settings.batch.maxRequests = 200; settings.batch.timeout = 60;
    app.save(settings);
  }, () => {});`;
  writeFileSync(join(migrations, "1_events.js"), text);
  const args = [`--dir=${join(folder, "pb")}`, `--migrationsDir=${migrations}`, "--dev=false"];
  const program = await obtainPocketbase();
  const child = spawn(
    program,
    ["serve", `--http=127.0.0.1:${port}`, ...args, `--hooksDir=${join(folder, "none")}`],
    {
      stdio: "ignore",
    },
  );
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const url = `http://127.0.0.1:${port}/api`;
  while (!(await fetch(`${url}/health`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error("PocketBase did not start");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const records = "/api/collections/events/records";
  const send: Send = async (_, batch) => {
    if (batch === 1) {
      await post(`${url}/collections/events/records`, JSON.stringify(row(shape)));
      return;
    }
    const requests = Array.from({ length: batch }, () => ({
      method: "POST",
      url: records,
      body: row(shape),
    }));
    await post(`${url}/batch`, JSON.stringify({ requests }));
  };
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { send, stop };
}

/** SQLite in this process, one transaction a batch, on disk before the next: what a disk and the indexes cost alone. */
export function openSqlite(folder: string, shape: Shape): { readonly send: Send; readonly stop: () => void } {
  const database = new DatabaseSync(join(folder, "bare.db"));
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  const columns = ["id", ...shape.columns];
  const typed = columns.map((name) =>
    name === "id" ? "id TEXT PRIMARY KEY" : `"${name}" ${whole.includes(name) ? "NUMERIC" : "TEXT"}`,
  );
  database.exec(`CREATE TABLE events (${typed.join(", ")})`);
  for (const index of shape.indexes) database.exec(index);
  const insert = database.prepare(`INSERT INTO events VALUES (${columns.map(() => "?").join(", ")})`);
  const send: Send = async (_, batch) => {
    database.exec("BEGIN");
    for (let i = 0; i < batch; i += 1) {
      const values = row(shape);
      insert.run(...columns.map((column) => values[column] ?? ""));
    }
    database.exec("COMMIT");
    // Or one writer would never let another begin.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { send, stop: () => database.close() };
}
