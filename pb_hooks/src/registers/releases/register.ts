import { heldInReleases, nothingInReleases } from "#domain/registers/releases/held";
import { listsInPack } from "../listing/in-pack.ts";
import type { Packing, ServerRegister } from "../register.ts";
import { releaseActs } from "./acts.ts";
import { askList } from "./ask-list.ts";
import { askActs } from "./asks.ts";
import { planReleases } from "./example.ts";
import { agendaOfReleases, dueOfReleases, figuresOfReleases, owedOnReleases } from "./gives.ts";
import { releaseList } from "./list.ts";

const inPack = (packing: Packing) =>
  listsInPack(
    packing,
    {
      name: "releases/",
      holds:
        "releases.csv: whom patients let the clinic tell what, without their names; release-asks.csv: who asked on the telephone, and whether somebody was told",
    },
    [releaseList, askList],
  );

/** Whom a patient lets us tell what, and who asked. */
export const releases = {
  acts: { ...releaseActs, ...askActs },
  lists: [releaseList, askList],
  owed: owedOnReleases,
  reminds: dueOfReleases,
  agenda: agendaOfReleases,
  pack: inPack,
  figures: figuresOfReleases,
  about: heldInReleases,
  nothing: nothingInReleases,
  example: planReleases,
} satisfies ServerRegister;
