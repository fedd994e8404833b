import { clinicId } from "#domain/clinic/clinic";

/** The one row of `clinic`; undefined until set-up is done. */
export function clinicOf(app: pb.App): pb.Record | undefined {
  try {
    return app.findRecordById("clinic", clinicId);
  } catch {
    return undefined;
  }
}
