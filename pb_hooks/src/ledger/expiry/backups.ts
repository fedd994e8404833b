import { type ReadBack, readBacks } from "#domain/ledger/read-back";
import { now } from "../../base/clock.ts";
import { linkAt } from "../chain/head.ts";

/** What lies in a backup alone: whoever unzips one by hand unpacks it too, and the next start knows (scripts/backup/unzipped.mjs). */
const mark = "chaperone-backup.json";

/**
 * Around the making of a backup: its mark lies in the folder that is zipped, and beside it, so that a server killed just
 * then is not taken for an unzipped backup.
 */
export function markBackup(e: pb.BackupEvent): void {
  const text = toBytes(JSON.stringify({ backup: e.name, at: now() }));
  const marks = [outside(e.app, ".backing-up.json"), $filepath.join(e.app.dataDir(), mark)];
  try {
    for (const file of marks) $os.writeFile(file, text, 0o600);
    e.next();
  } finally {
    for (const file of [...marks].reverse()) $os.remove(file);
  }
}

/**
 * The newest backup that was read back, still lies there, and holds what this ledger holds; undefined where there is none.
 * A small file and one row by index: each ingest asks.
 */
export function newestReadBack(app: pb.App): ReadBack | undefined {
  const known = [...readBackList(app)].sort((a, b) => b.seq - a.seq);
  return known.find(
    ({ backup, seq, hash }) =>
      exists($filepath.join(app.dataDir(), "backups", backup)) &&
      (seq === 0 || linkAt(app, seq)?.hash === hash),
  );
}

/** The watermark: the last event that would survive the loss of the database; 0 before the first backup. */
export const durable = (app: pb.App): number => newestReadBack(app)?.seq ?? 0;

function readBackList(app: pb.App): readonly ReadBack[] {
  try {
    const text = toString($os.readFile(outside(app, "read-back.json")));
    return readBacks.safeParse(JSON.parse(text)).data?.backups ?? [];
  } catch {
    return [];
  }
}

function exists(file: string): boolean {
  try {
    $os.stat(file);
    return true;
  } catch {
    return false;
  }
}

/** In the data folder, where no backup takes it along. */
const outside = (app: pb.App, name: string): string => $filepath.join(app.dataDir(), "..", name);
