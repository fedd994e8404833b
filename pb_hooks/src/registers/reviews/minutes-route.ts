import { caller } from "../../base/caller.ts";
import { append } from "../../ledger/chain/append.ts";

/** `GET /review-minutes?id=`: minutes as they were signed, byte for byte; each taking is an event. */
export function reviewMinutes(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  const { id = "" } = e.requestInfo().query;
  const [review] = e.app.findRecordsByFilter("reviews", "id = {:id} && state = 'signed'", "", 1, 0, { id });
  if (!review) throw new NotFoundError("There are no such minutes.");
  append(e.app, [{ kind: "reviews.act", user: person.id, detail: { v: 1, id, action: "export" } }]);
  const headers = e.response.header();
  headers.set("Content-Type", "application/json; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Disposition", `attachment; filename="weekly-review-${review.getInt("number")}.json"`);
  e.response.write(toBytes(review.getString("minutes")));
}
