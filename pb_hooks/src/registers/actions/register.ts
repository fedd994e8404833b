import { heldInActions, nothingInActions } from "#domain/registers/actions/held";
import type { ServerRegister } from "../register.ts";
import { actionActs } from "./acts.ts";
import { agendaOfActions } from "./for-review.ts";
import { rowsOfActions } from "./owed.ts";

/** Corrective actions of every register. */
export const actions = {
  acts: actionActs,
  owed: rowsOfActions,
  agenda: agendaOfActions,
  about: heldInActions,
  nothing: nothingInActions,
} satisfies ServerRegister;
