import type { CareRegulatorId, FourAnswers } from "#domain/law/four-answers";
import { careRegulators, fitsNation } from "#domain/law/regulators";
import { refuse } from "../base/refusal.ts";
import { clinicOf } from "./clinic.ts";

/** The four answers of a row of `clinic`; '' where one was not asked yet. */
export function answersIn(clinic: pb.Record): FourAnswers {
  return {
    nation: clinic.getString("nation") as FourAnswers["nation"],
    careRegulator: clinic.getString("careRegulator") as FourAnswers["careRegulator"],
    legalForm: clinic.getString("legalForm") as FourAnswers["legalForm"],
    nhsWork: clinic.getString("nhsWork") as FourAnswers["nhsWork"],
  };
}

/** The same of the clinic itself; undefined before set-up. */
export function answersOf(app: pb.App): FourAnswers | undefined {
  const clinic = clinicOf(app);
  return clinic && answersIn(clinic);
}

/** Name of who inspects care by an answer; '' where it is nobody, or not said. */
export const inspectorOf = (careRegulator: string): string =>
  careRegulators[careRegulator as CareRegulatorId]?.name ?? "";

/**
 * Holds answer and nation together after a change: who inspects care in one nation does not in another, so that a move
 * asks it anew, "registered with nobody" too.
 *
 * @param named - The columns that the change names.
 * @throws {BadRequestError} If the regulator of another nation is named.
 */
export function settleRegulator(clinic: pb.Record, named: Readonly<Record<string, unknown>>): void {
  const { nation, careRegulator } = answersIn(clinic);
  if (named.careRegulator !== undefined && !fitsNation(careRegulator, nation)) {
    refuse("data.careRegulator", "another-nation", "This one does not inspect care there.");
  }
  const moved = named.nation !== undefined && named.careRegulator === undefined;
  if (moved) clinic.set("careRegulator", "");
  if (moved || named.careRegulator !== undefined) {
    clinic.set("regulator", inspectorOf(clinic.getString("careRegulator")));
  }
}
