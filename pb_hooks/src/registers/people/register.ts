import { heldInPeople, nothingInPeople } from "#domain/registers/people/held";
import type { ServerRegister } from "../register.ts";
import { browserActs } from "./browsers.ts";
import { calendarActs } from "./calendar.ts";
import { planMailPrograms } from "./example.ts";
import { agendaOfPeople } from "./for-review.ts";
import { mailProgramActs } from "./mail-programs.ts";
import { owedOnMailPrograms } from "./owed.ts";
import { userActs } from "./users.ts";

/** Who works here, and the browsers that are paired. */
export const people = {
  acts: { ...userActs, ...browserActs, ...calendarActs, ...mailProgramActs },
  owed: owedOnMailPrograms,
  agenda: agendaOfPeople,
  about: heldInPeople,
  nothing: nothingInPeople,
  example: planMailPrograms,
} satisfies ServerRegister;
