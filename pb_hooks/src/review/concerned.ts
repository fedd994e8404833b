import { listIn } from "../people/clinic.ts";
import { incidentOf } from "./gather.ts";

const ofIncidents: readonly string[] = ["incidents", "open-breaches", "told"];

/** Whom an item concerns: as it was filled, and of an incident also who has declared a conflict since. */
export function concernedIn(app: pb.App, item: pb.Record): string[] {
  const filled = listIn<string>(item, "concerned");
  const subject = item.getString("subject");
  if (subject === "" || !ofIncidents.includes(item.getString("key"))) return filled;
  return [...new Set([...filled, ...incidentOf(app, app.findRecordById("breaches", subject)).concerned])];
}
