import { heldInHolds, nothingInHolds } from "#domain/registers/holds/held";
import { listsInPack } from "../listing/in-pack.ts";
import type { Packing, ServerRegister } from "../register.ts";
import { holdActs } from "./acts.ts";
import { planHolds } from "./example.ts";
import { holdFigures } from "./figures.ts";
import { agendaOfHolds, owedOnHolds } from "./gives.ts";
import { holdList } from "./list.ts";
import { dueOfHolds } from "./reminds.ts";

const inPack = (packing: Packing) =>
  listsInPack(packing, { name: "holds/", holds: "holds.csv: what was held, why, and until when" }, [
    holdList,
  ]);

/** What must not be destroyed: one register for all that is held. */
export const holds = {
  acts: holdActs,
  lists: [holdList],
  owed: owedOnHolds,
  reminds: dueOfHolds,
  agenda: agendaOfHolds,
  pack: inPack,
  figures: holdFigures,
  about: heldInHolds,
  nothing: nothingInHolds,
  example: planHolds,
} satisfies ServerRegister;
