import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { CheckedRow } from "#domain/ledger/checked";
import { hasColumn } from "./tables.ts";

/** A text or a file of a register whose hash was kept when it was frozen or came in. */
const frozen: readonly { readonly table: string; readonly text: string; readonly hash: string }[] = [
  { table: "reviews", text: "minutes", hash: "hash" },
  { table: "breach_reports", text: "snapshot", hash: "hash" },
];
const files: readonly { readonly table: string; readonly file: string; readonly hash: string }[] = [
  { table: "breach_evidence", file: "file", hash: "sha256" },
  { table: "breach_reports", file: "pdf", hash: "pdfSha256" },
  { table: "breach_reports", file: "docx", hash: "docxSha256" },
];

/**
 * Texts and files that are no longer what was frozen or handed in.
 *
 * @param pb - PocketBase's folder, below which files lie.
 */
export function frozenFaults(database: DatabaseSync, pb: string): CheckedRow[] {
  return [...textFaults(database), ...fileFaults(database, pb)];
}

function* textFaults(database: DatabaseSync): Generator<CheckedRow> {
  for (const { table, text, hash } of frozen) {
    if (!hasColumn(database, table, hash)) continue;
    const rows = database.prepare(
      `SELECT id, "${text}" AS text, "${hash}" AS hash FROM "${table}" WHERE "${hash}" <> ''`,
    );
    for (const row of rows.iterate())
      if (digest(String(row.text)) !== row.hash)
        yield { collection: table, id: String(row.id), is: "text", seq: 0 };
  }
}

function* fileFaults(database: DatabaseSync, pb: string): Generator<CheckedRow> {
  for (const { table, file, hash } of files) {
    if (!hasColumn(database, table, hash)) continue;
    const folder = database.prepare("SELECT id FROM _collections WHERE name = ?").get(table)?.id;
    const rows = database.prepare(
      `SELECT id, "${file}" AS file, "${hash}" AS hash FROM "${table}" WHERE "${file}" <> '' AND "${hash}" <> ''`,
    );
    for (const row of rows.iterate()) {
      const path = join(pb, "storage", String(folder), String(row.id), String(row.file));
      if (!existsSync(path) || digest(readFileSync(path)) !== row.hash)
        yield { collection: table, id: String(row.id), is: "file", seq: 0 };
    }
  }
}

const digest = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
