import { heldInTraining, nothingInTraining } from "#domain/registers/training/held";
import type { ServerRegister } from "../register.ts";
import { trainingActs } from "./acts.ts";
import { planTraining } from "./example.ts";
import { trainingFigures } from "./figures.ts";
import { agendaOfTraining } from "./for-review.ts";
import { trainingInPack } from "./pack.ts";

/** Training, entered by hand. The smallest register there is: read this one first. */
export const training = {
  key: "training",
  acts: trainingActs,
  figures: trainingFigures,
  example: planTraining,
  pack: trainingInPack,
  agenda: agendaOfTraining,
  about: heldInTraining,
  nothing: nothingInTraining,
} satisfies ServerRegister;
