import { caller } from "../../base/caller.ts";
import { rowsOf } from "../../base/database.ts";
import { append } from "../../ledger/chain/append.ts";

/** `GET /review-minutes?id=`: minutes as they were signed, byte for byte; each taking is an event. */
export function reviewMinutes(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  const { id = "" } = e.requestInfo().query;
  const [review] = e.app.findRecordsByFilter("reviews", "id = {:id} && state = 'signed'", "", 1, 0, { id });
  if (!review) throw new NotFoundError("There are no such minutes.");
  const minutes = review.getString("minutes");
  if ($security.sha256(minutes) !== signedHash(e.app, id))
    throw new ApiError(
      409,
      "These minutes are not the ones that were signed: they were changed behind the server. Tell the lead.",
    );
  append(e.app, [{ kind: "reviews.act", user: person.id, detail: { v: 1, id, action: "export" } }]);
  const headers = e.response.header();
  headers.set("Content-Type", "application/json; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Disposition", `attachment; filename="weekly-review-${review.getInt("number")}.json"`);
  e.response.write(toBytes(minutes));
}

/** The hash that the event of the signature holds. */
function signedHash(app: pb.App, id: string): string {
  const select = `SELECT detail->>'hash' AS hash FROM events INDEXED BY idx_events_kind
    WHERE kind = 'reviews.act' AND detail <> '' AND detail->>'id' = {:id} AND detail->>'action' = 'sign' ORDER BY seq LIMIT 1`;
  return String(rowsOf(app, ["hash"], select, { id })[0]?.[0] ?? "");
}
