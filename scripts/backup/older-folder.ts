import { existsSync } from "node:fs";
import { dataPaths } from "../serving/server.mjs";
import { hashAt, headIn, type Link, lookInto } from "./database.mjs";

/** What the folder in place holds that the backup does not. */
export interface Older {
  /** How many events after the backup's last: sent by browsers, which offer them again, and made in the server. */
  readonly fromBrowsers: number;
  readonly fromServer: number;
  /** Of these: browsers revoked since, whose tokens the backup takes for good again. */
  readonly revoked: number;
  readonly last: Link;
}

/**
 * @returns undefined where there is none; `unreadable` where it can't be read, `other` where it is no later state of the
 *   backup's ledger.
 */
export function olderFolder(data: string, backup: Link): Older | "unreadable" | "other" | undefined {
  const { database, backupMark } = dataPaths(data);
  if (!existsSync(database)) return undefined;
  // A backup was unzipped over it: what is read there is neither the one nor the other.
  if (existsSync(backupMark)) return "unreadable";
  try {
    return lookInto(database, (older) => {
      if (hashAt(older, backup.seq) !== backup.hash) return "other";
      const counted = older
        .prepare(
          "SELECT total(n > 0) AS browsers, total(n = 0) AS server, total(kind = 'browser.revoke') AS revoked FROM events WHERE seq > ?",
        )
        .get(backup.seq);
      return {
        fromBrowsers: Number(counted?.browsers),
        fromServer: Number(counted?.server),
        revoked: Number(counted?.revoked),
        last: headIn(older),
      };
    });
  } catch {
    return "unreadable";
  }
}
