import type { z } from "zod/mini";
import type { recordAnswer } from "#domain/registers/retention/places";
import { refuse } from "../../base/refusal.ts";
import { placesOf } from "./places.ts";
import { readerOf } from "./reader.ts";

/** `GET /retention-record?id`: where something of a record lies here, and its certificate. */
export function record(e: pb.RequestEvent): void {
  readerOf(e, ["manager", "dpo", "auditor"]);
  const { id = "" } = e.requestInfo().query;
  const [row] = e.app.findRecordsByFilter("retention_rows", "id = {:id}", "", 1, 0, { id });
  if (!row) refuse("id", "unknown", "There is no such record.");
  const frozen = row.getString("certificate");
  const answer: z.infer<typeof recordAnswer> = {
    places: placesOf(e.app, row.getString("system"), row.getString("recordRef")),
    certificate: frozen === "" ? null : frozen,
    hash: row.getString("certificateHash"),
  };
  e.json(200, answer);
}
