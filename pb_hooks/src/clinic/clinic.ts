import { clinicId } from "#domain/clinic/clinic";
import { once } from "../base/once.ts";

/** The one row of `clinic`; undefined until set-up is done. */
export const clinicOf = (app: pb.App): pb.Record | undefined => once("clinic", () => found(app));

/** Who leads confidentiality at the clinic; '' until set-up is done. */
export const leadOf = (app: pb.App): string => clinicOf(app)?.getString("lead") ?? "";

function found(app: pb.App): pb.Record | undefined {
  try {
    return app.findRecordById("clinic", clinicId);
  } catch {
    return undefined;
  }
}
