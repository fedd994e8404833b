import { now } from "../../base/clock.ts";
import { execute, objectsOf } from "../../base/database.ts";

/** Most changes of a row that are kept, the newest. */
export const changesKept = 20;

/** Keeps who left a row in which version, beside the row and in its transaction. '' is the server. */
export function noteChange(
  tx: pb.App,
  { collection, id, version }: { readonly collection: string; readonly id: string; readonly version: number },
  user: string,
): void {
  execute(
    tx,
    `INSERT OR REPLACE INTO row_changes (collection, row, version, user, at)
     VALUES ({:collection}, {:id}, {:version}, {:user}, {:at})`,
    { collection, id, version, user, at: now() },
  );
  execute(
    tx,
    "DELETE FROM row_changes WHERE collection = {:collection} AND row = {:id} AND version <= {:over}",
    { collection, id, over: version - changesKept },
  );
}

/** By whom (by name, '' for the server) and when a row was changed after this version, the newest first. */
export function changesSince(
  app: pb.App,
  collection: string,
  id: string,
  version: number,
): { by: string; at: string }[] {
  return objectsOf<{ by: string; at: string }>(
    app,
    ["by", "at"],
    `SELECT coalesce(u.name, '') AS by, c.at AS at FROM row_changes c LEFT JOIN users u ON u.id = c.user
     WHERE c.collection = {:collection} AND c.row = {:id} AND c.version > {:version} ORDER BY c.version DESC`,
    { collection, id, version },
  );
}
