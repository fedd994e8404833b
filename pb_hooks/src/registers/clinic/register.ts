import { noticesIn, shownIn } from "../../clinic/notice-pack.ts";
import type { ServerRegister } from "../register.ts";
import { clinicActs } from "./acts.ts";
import { agendaOfClinic } from "./for-review.ts";
import { rowsOfClinic } from "./owed.ts";

/** The clinic itself, its notices, and who is who in its systems. */
export const clinic = {
  acts: clinicActs,
  pack: ({ tx, end }) => ({ notices: noticesIn(tx, end), shown: shownIn(tx, end) }),
  owed: rowsOfClinic,
  agenda: agendaOfClinic,
} satisfies ServerRegister;
