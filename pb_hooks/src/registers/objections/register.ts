import { heldInObjections, nothingInObjections } from "#domain/registers/objections/held";
import type { ServerRegister } from "../register.ts";
import { objectionActs } from "./acts.ts";
import { planObjections } from "./example.ts";
import { agendaOfObjections, dueOfObjections, owedOnObjections } from "./gives.ts";
import { objectionList } from "./list.ts";

/** What people say about entries of themselves. It is theirs: no evidence pack holds it. */
export const objections = {
  acts: objectionActs,
  lists: [objectionList],
  owed: owedOnObjections,
  reminds: dueOfObjections,
  agenda: agendaOfObjections,
  about: heldInObjections,
  nothing: nothingInObjections,
  example: planObjections,
} satisfies ServerRegister;
