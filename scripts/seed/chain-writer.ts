import { createHmac, randomBytes } from "node:crypto";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { detailText } from "#domain/ledger/event-kinds";
import { eventColumns, nextLink } from "#domain/ledger/ledger";
import { sha256 } from "../verify/sha256.ts";
import { Chance } from "./chance.ts";
import { idOf, type SeededEvent } from "./year.ts";

/** Events of one transaction. */
const atOnce = 50_000;

/**
 * Writes events to the chain with the code that the server has, past the server. Indexes and triggers are taken off and
 * made anew when all are there: that no two events share an id or a number is seen then, and the rest by `npm run verify`.
 * Close it, or the folder is half made.
 */
export class ChainWriter {
  readonly #database: DatabaseSync;
  readonly #key: string;
  readonly #chance = new Chance(97);
  readonly #insert: StatementSync;
  readonly #parts: readonly string[];
  #last: { seq: number; hash: string };
  #salts = "";
  written = 0;

  /** @param key - The folder's `digest.key`. */
  constructor(database: DatabaseSync, key: string) {
    this.#database = database;
    this.#key = key;
    // Killed halfway the folder is made anew.
    database.exec(
      "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000; PRAGMA locking_mode=EXCLUSIVE",
    );
    const parts = database
      .prepare(
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'events' AND type <> 'table' AND sql <> ''",
      )
      .all();
    this.#parts = parts.map(({ sql }) => String(sql));
    for (const { type, name } of parts) database.exec(`DROP ${type} "${name}"`);
    this.#last = database.prepare("SELECT seq, hash FROM events ORDER BY rowid DESC LIMIT 1").get() as {
      seq: number;
      hash: string;
    };
    const names = eventColumns.map((column) => `"${column}"`).join(", ");
    this.#insert = database.prepare(
      `INSERT INTO events (${names}) VALUES (${eventColumns.map(() => "?").join(", ")})`,
    );
    database.exec("BEGIN IMMEDIATE");
  }

  /** @throws {Error} If a detail does not fit its kind: a bug. */
  write({ of, ...event }: SeededEvent): void {
    const id = idOf(this.#chance);
    const draft = {
      v: 1,
      id,
      idDigest: createHmac("sha256", this.#key).update(id).digest("hex"),
      user: "",
      account: "",
      attribution: "server",
      browser: "",
      n: 0,
      sentAt: "",
      system: "",
      recordRef: "",
      recordKind: "",
      trace: "",
      salt: this.#salt(),
      ...event,
      detail: detailText(event.kind, of),
    };
    const row = nextLink(this.#last, draft, sha256);
    this.#insert.run(...eventColumns.map((column) => row[column]));
    this.#last = { seq: row.seq, hash: row.hash };
    this.written += 1;
    if (this.written % atOnce === 0) this.#database.exec("COMMIT; BEGIN IMMEDIATE");
  }

  /** Makes indexes and triggers anew, and has SQLite sum what came. */
  close(): void {
    this.#database.exec("COMMIT");
    for (const sql of this.#parts) this.#database.exec(sql);
    const { seq } = this.#last;
    this.#database.prepare("UPDATE ledger_summed SET days = ?, browsers = ?, mail = ?").run(seq, seq, seq);
    this.#database.exec("PRAGMA locking_mode=NORMAL; PRAGMA journal_mode=WAL");
  }

  #salt(): string {
    if (this.#salts === "") this.#salts = randomBytes(16 * 1_024).toString("hex");
    const salt = this.#salts.slice(0, 32);
    this.#salts = this.#salts.slice(32);
    return salt;
  }
}
