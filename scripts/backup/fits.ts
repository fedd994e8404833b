import { createDecipheriv, createHmac } from "node:crypto";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Checkpoint, checkpointText } from "#domain/ledger/ledger";
import { Refusal } from "../base/refusal.mjs";
import { root } from "../base/root.mjs";
import { readKey } from "../folder/keys.mjs";
import { verifies } from "../signatures.ts";
import { chainIn } from "../verify/chain-in.ts";
import { signerOf } from "../verify/signer.ts";
import { checkPages, hashAt, headIn, type Link, lookInto } from "./database.mjs";
import { hasLog } from "./unzipped.mjs";

const triggers = ["events_next_only", "events_no_delete", "events_only_blanked_by_order"];

/**
 * Whether an unpacked backup is a whole one of Chaperone, of this version or an older one, made with these keys.
 *
 * @param folder - Of the unpacked backup, whose database takes in the log beside it, if there is one.
 * @returns Its last event.
 * @throws {Refusal} That says what does not fit.
 */
export function checkFits(folder: string, keys: string): Link {
  const file = join(folder, "data.db");
  for (const name of ["data.db", "auxiliary.db"]) {
    takeInLog(join(folder, name));
    checkPages(join(folder, name));
  }
  return lookInto(file, (database) => {
    checkOurs(database);
    checkVersion(database);
    checkKeys(database, keys);
    checkChain(database, keys);
    return headIn(database);
  });
}

function takeInLog(file: string): void {
  if (!hasLog(file)) return;
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {
    throw new Refusal(`Its database ${basename(file)} is broken.`);
  } finally {
    database.close();
  }
}

function checkOurs(database: DatabaseSync): void {
  const tables = database.prepare(
    "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name IN ('events', 'checkpoints', '_params', '_migrations')",
  );
  const select = database.prepare(
    "SELECT count(*) AS n FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events' AND name IN (SELECT value FROM json_each(?))",
  );
  if (tables.get()?.n !== 4 || select.get(JSON.stringify(triggers))?.n !== triggers.length)
    throw new Refusal("Its database holds no event log of Chaperone, or one without its guard.");
}

function checkVersion(database: DatabaseSync): void {
  const known = new Set(readdirSync(join(root, "pb_migrations")));
  const rows = database.prepare("SELECT file FROM _migrations WHERE file LIKE '%.js' ORDER BY file").all();
  const newer = rows.find(({ file }) => !known.has(String(file)));
  if (newer) throw new Refusal(`It was made by a newer Chaperone (${newer.file}): update this one first.`);
}

/** Each key but that of references leaves something behind by which it is known again. */
function checkKeys(database: DatabaseSync, folder: string): void {
  for (const name of ["signing.key", "encryption.key", "reference.key", "digest.key"] as const)
    readKey(folder, name);
  const wrong = (name: string) =>
    new Refusal(
      `It was made with another ${name} than the one in ${folder}: put the keys of that clinic there.`,
    );

  const event = database.prepare("SELECT id, idDigest FROM events WHERE salt <> '' LIMIT 1").get();
  const digest = createHmac("sha256", readKey(folder, "digest.key"));
  if (event && digest.update(String(event.id)).digest("hex") !== event.idDigest) throw wrong("digest.key");

  const settings = database.prepare("SELECT value FROM _params WHERE id = 'settings'").get();
  if (!settings || !decrypts(String(settings.value), readKey(folder, "encryption.key")))
    throw wrong("encryption.key");

  const { publicKey } = signerOf(folder);
  const points = database.prepare("SELECT seq, hash, at, signature, publicKey FROM checkpoints ORDER BY seq");
  for (const row of points.iterate()) {
    const point = row as unknown as Checkpoint;
    if (point.publicKey !== publicKey) throw wrong("signing.key");
    const stands = hashAt(database, point.seq) === point.hash && verifies(point, checkpointText(point));
    if (!stands) throw new Refusal(`Its log is not the one that was signed at event ${point.seq}.`);
  }
}

/** PocketBase's settings: AES-256-GCM, with the nonce before and the tag behind, as base64. */
function decrypts(value: string, key: string): boolean {
  try {
    const bytes = Buffer.from(value, "base64");
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    JSON.parse(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString());
    return true;
  } catch {
    return false;
  }
}

/** The chain as an export of it would be verified. */
function checkChain(database: DatabaseSync, folder: string): void {
  const { finding } = chainIn(database, signerOf(folder));
  if (finding) throw new Refusal(`Its log is broken at event ${finding.seq}: ${finding.fault}.`);
}
