import { heldInClinic, nothingInClinic } from "#domain/registers/clinic/held";
import type { ServerRegister } from "../register.ts";
import { clinicActs } from "./acts.ts";
import { rowsOfCalendar } from "./calendar.ts";
import { agendaOfClinic } from "./for-review.ts";
import { rowsOfClinic } from "./owed.ts";
import { noticesInPack } from "./pack.ts";

/** The clinic itself, its notices, and who is who in its systems. */
export const clinic = {
  acts: clinicActs,
  pack: noticesInPack,
  owed: (laying) => [...rowsOfClinic(laying), ...rowsOfCalendar(laying)],
  agenda: agendaOfClinic,
  about: heldInClinic,
  nothing: nothingInClinic,
} satisfies ServerRegister;
