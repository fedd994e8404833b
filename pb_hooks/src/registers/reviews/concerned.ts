import { listIn } from "../../base/rows.ts";
import { incidentOf } from "../incidents/gives/for-review.ts";

/** Whether items of this topic are incidents. */
export const isOfIncident = (key: string): boolean => ["incidents", "open-breaches", "told"].includes(key);

/** Whom an item concerns: as it was filled, and of an incident also who has declared a conflict since. */
export function concernedIn(app: pb.App, item: pb.Record): string[] {
  const filled = listIn<string>(item, "concerned");
  const subject = item.getString("subject");
  if (subject === "" || !isOfIncident(item.getString("key"))) return filled;
  return [...new Set([...filled, ...incidentOf(app, app.findRecordById("breaches", subject)).concerned])];
}
