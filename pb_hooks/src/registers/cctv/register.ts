import { heldInCctv, nothingInCctv } from "#domain/registers/cctv/held";
import { listsInPack } from "../listing/in-pack.ts";
import type { Packing, ServerRegister } from "../register.ts";
import { cameraActs } from "./camera-acts.ts";
import { checkActs } from "./check-acts.ts";
import { planCctv } from "./example.ts";
import { footageActs } from "./footage-acts.ts";
import { agendaOfCctv, cctvFigures, owedOnCctv } from "./gives.ts";
import { keptByCameras } from "./keeps.ts";
import { cctvLists } from "./lists.ts";
import { dueOfCctv } from "./reminds.ts";

const inPack = (packing: Packing) =>
  listsInPack(
    packing,
    {
      name: "cctv/",
      holds:
        "cameras, who may look, looks at the recorder, exports, viewings, engineers, our checks, reviews of need",
    },
    cctvLists,
  );

/** CCTV: what is on the recorders, for how long, who looks at it, and what is kept longer. */
export const cctv = {
  key: "cctv",
  acts: { ...cameraActs, ...footageActs, ...checkActs },
  lists: cctvLists,
  owed: owedOnCctv,
  reminds: dueOfCctv,
  agenda: agendaOfCctv,
  pack: inPack,
  figures: cctvFigures,
  keeps: keptByCameras,
  about: heldInCctv,
  nothing: nothingInCctv,
  example: planCctv,
} satisfies ServerRegister;
