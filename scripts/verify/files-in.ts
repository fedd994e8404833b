import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { CheckedRow } from "#domain/ledger/checked";
import type { KnownFiles } from "./known-files.ts";
import { hasColumn } from "./tables.ts";

/** A text or a file of a register whose hash was kept when it was frozen or came in. */
const frozen: readonly { readonly table: string; readonly text: string; readonly hash: string }[] = [
  { table: "reviews", text: "minutes", hash: "hash" },
  { table: "breach_reports", text: "snapshot", hash: "hash" },
];
const files: readonly { readonly table: string; readonly file: string; readonly hash: string }[] = [
  { table: "breach_evidence", file: "file", hash: "sha256" },
  { table: "audit_files", file: "file", hash: "sha256" },
  { table: "supplier_files", file: "file", hash: "sha256" },
  { table: "release_files", file: "file", hash: "sha256" },
  { table: "breach_reports", file: "pdf", hash: "pdfSha256" },
  { table: "breach_reports", file: "docx", hash: "docxSha256" },
];

/** Texts that are no longer what was frozen. */
export function* textFaults(database: DatabaseSync): Generator<CheckedRow> {
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

/** A file that a row keeps. */
export interface KeptFile {
  readonly collection: string;
  readonly id: string;
  /** Below the folder of all files. */
  readonly path: string;
  readonly hash: string;
}

/** Every file whose hash was kept: they are read when the database is let go of. */
export const filesIn = (database: DatabaseSync): KeptFile[] =>
  files.flatMap(({ table, file, hash }) => {
    if (!hasColumn(database, table, hash)) return [];
    const folder = database.prepare("SELECT id FROM _collections WHERE name = ?").get(table)?.id;
    const rows = database.prepare(
      `SELECT id, "${file}" AS file, "${hash}" AS hash FROM "${table}" WHERE "${file}" <> '' AND "${hash}" <> ''`,
    );
    return rows.all().map((row) => ({
      collection: table,
      id: String(row.id),
      path: join(String(folder), String(row.id), String(row.file)),
      hash: String(row.hash),
    }));
  });

/**
 * Files that are gone, or no longer what was handed in or rendered.
 *
 * @param pb - PocketBase's folder, below which files lie.
 * @param known - Files that need not be read again; without it each is read.
 */
export function* fileFaults(
  kept: readonly KeptFile[],
  pb: string,
  known?: KnownFiles,
): Generator<CheckedRow> {
  for (const { collection, id, path, hash } of kept) {
    const whole = join(pb, "storage", path);
    const lies = statSync(whole, { throwIfNoEntry: false });
    if (lies && known && !known.isToRead(path, hash, lies)) continue;
    const isKept = lies !== undefined && digest(readFileSync(whole)) === hash;
    if (lies) known?.note(path, hash, lies, isKept);
    if (!isKept) yield { collection, id, is: "file", seq: 0 };
  }
}

const digest = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
