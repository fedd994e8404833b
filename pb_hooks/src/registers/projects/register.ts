import { heldInProjects, nothingInProjects } from "#domain/registers/projects/held";
import { listsInPack } from "../listing/in-pack.ts";
import type { Packing, ServerRegister } from "../register.ts";
import { projectActs } from "./acts.ts";
import { planProjects } from "./example.ts";
import { agendaOfProjects, dueOfProjects, figuresOfProjects, owedOnProjects } from "./gives.ts";
import { checkList, projectList } from "./list.ts";

const inPack = (packing: Packing) =>
  listsInPack(
    packing,
    {
      name: "projects/",
      holds:
        "who has which extract of records, on which basis and until when, and the tables of figures that were looked through",
    },
    [projectList, checkList],
  );

/** Projects of secondary use. */
export const projects = {
  acts: projectActs,
  lists: [projectList, checkList],
  owed: owedOnProjects,
  reminds: dueOfProjects,
  agenda: agendaOfProjects,
  pack: inPack,
  figures: figuresOfProjects,
  about: heldInProjects,
  nothing: nothingInProjects,
  example: planProjects,
} satisfies ServerRegister;
