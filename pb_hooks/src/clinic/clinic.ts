import { clinicId } from "#domain/clinic/clinic";

/** The one row of `clinic`; undefined until set-up is done. */
export function clinicOf(app: pb.App): pb.Record | undefined {
  try {
    return app.findRecordById("clinic", clinicId);
  } catch {
    return undefined;
  }
}

/** A list kept in a JSON column; empty where it was never set. */
export function listIn<Item>(record: pb.Record, field: string): Item[] {
  const text = record.getString(field);
  return text === "" || text === "null" ? [] : (JSON.parse(text) as Item[]);
}
