import type { SentAnswer, SentRow } from "#domain/registers/requests/sent/sent-row";
import { caller } from "../../../base/caller.ts";
import { objectsOf } from "../../../base/database.ts";
import { iso } from "../../../base/time.ts";
import { recordOnce } from "../../../ledger/read/reading.ts";
import { sentColumnsStored, sentSelect } from "./list.ts";

const written = ["name", "forName", "born", "reach", "wants"] as const;

/** `GET /sent-request?id`: what somebody wrote, for those who may accept it; the reading is an event that quotes nothing. */
export function sent(e: pb.RequestEvent): void {
  const { id: user } = caller(e, ["manager", "dpo"]);
  const { id = "" } = e.requestInfo().query;
  const [held] = e.app.findRecordsByFilter("sent_requests", "id = {:id}", "", 1, 0, { id });
  const [row] = objectsOf<SentRow>(e.app, sentColumnsStored, `${sentSelect} WHERE id = {:id}`, { id });
  if (!held || !row) throw new NotFoundError("There is no such row.");
  const event = { kind: "sent_requests.act", user, detail: { v: 1, id, action: "read" } };
  recordOnce(e.app, [{ of: [user, "sent_requests read", id], event }]);
  const said = Object.fromEntries(written.map((field) => [field, held.getString(field)]));
  e.json(200, {
    row: { ...row, receivedAt: iso(row.receivedAt), at: iso(row.at), clearedAt: iso(row.clearedAt) },
    ...said,
  } as SentAnswer);
}
