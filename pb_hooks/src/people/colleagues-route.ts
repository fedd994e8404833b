import { caller } from "../base/caller.ts";
import { objectsOf } from "../base/database.ts";
import { pairedBrowser } from "../ledger/ingest/ingest-request.ts";

/** `GET /colleagues`: names of who works here now, so that a report, also one of the popup, can say whom it is about. */
export function colleagues(e: pb.RequestEvent): void {
  if (e.auth?.collection().name === "browsers") pairedBrowser(e);
  else if (caller(e).outside) throw new ForbiddenError("You are here for one case alone.");
  e.json(200, { people: colleaguesOf(e.app) });
}

/** Who works here now, by name. */
export function colleaguesOf(app: pb.App): { id: string; name: string }[] {
  const select =
    "SELECT id, name FROM users WHERE active = TRUE AND role <> 'auditor' ORDER BY name COLLATE NOCASE, id";
  return objectsOf(app, ["id", "name"], select);
}
