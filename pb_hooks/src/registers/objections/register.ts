import { heldInObjections, nothingInObjections } from "#domain/registers/objections/held";
import type { ServerRegister } from "../register.ts";
import { objectionActs } from "./acts.ts";
import { planObjections } from "./example.ts";
import {
  agendaOfObjections,
  dueOfObjections,
  figuresOfObjections,
  objectionsInPack,
  owedOnObjections,
} from "./gives.ts";
import { objectionList } from "./list.ts";

/** What people say about entries of themselves. The words are theirs: an evidence pack holds the days alone. */
export const objections = {
  acts: objectionActs,
  lists: [objectionList],
  owed: owedOnObjections,
  reminds: dueOfObjections,
  agenda: agendaOfObjections,
  pack: objectionsInPack,
  figures: figuresOfObjections,
  about: heldInObjections,
  nothing: nothingInObjections,
  example: planObjections,
} satisfies ServerRegister;
