import { heldInDisclosures, nothingInDisclosures } from "#domain/registers/disclosures/held";
import { listsInPack } from "../listing/in-pack.ts";
import type { Packing, ServerRegister } from "../register.ts";
import { disclosureActs } from "./acts.ts";
import { planDisclosures } from "./example.ts";
import { agendaOfDisclosures, dueOfDisclosures, figuresOfDisclosures, owedOnDisclosures } from "./gives.ts";
import { disclosureList } from "./list.ts";
import { shareActs } from "./share.ts";
import { shareList } from "./share-list.ts";

const inPack = (packing: Packing) =>
  listsInPack(
    packing,
    {
      name: "disclosures/",
      holds:
        "disclosures.csv: what was given to others or refused, and why; shares.csv: what was asked of May I share?",
    },
    [disclosureList, shareList],
  );

/** What was given to others, or refused, and what was asked before. */
export const disclosures = {
  acts: { ...disclosureActs, ...shareActs },
  lists: [disclosureList, shareList],
  owed: owedOnDisclosures,
  reminds: dueOfDisclosures,
  agenda: agendaOfDisclosures,
  pack: inPack,
  figures: figuresOfDisclosures,
  about: heldInDisclosures,
  nothing: nothingInDisclosures,
  example: planDisclosures,
} satisfies ServerRegister;
