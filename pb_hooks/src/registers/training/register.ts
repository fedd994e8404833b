import { heldInTraining, nothingInTraining } from "#domain/registers/training/held";
import type { ServerRegister } from "../register.ts";
import { trainingActs } from "./acts.ts";
import { planTraining } from "./example.ts";
import { trainingFigures } from "./figures.ts";
import { agendaOfLessons, agendaOfTraining } from "./for-review.ts";
import { givenLessonList } from "./given-list.ts";
import { completionsTarget } from "./import-target.ts";
import { rowsOfTraining } from "./owed.ts";
import { rowsOfGivenLessons } from "./owed-lessons.ts";
import { trainingInPack } from "./pack.ts";

/** Training: courses, of whom they are asked, and who completed them. */
export const training = {
  key: "training",
  acts: trainingActs,
  lists: [givenLessonList],
  owed: (laying) => [...rowsOfTraining(laying), ...rowsOfGivenLessons(laying)],
  figures: trainingFigures,
  example: planTraining,
  pack: trainingInPack,
  agenda: (reviewing) => [...agendaOfTraining(reviewing), ...agendaOfLessons(reviewing)],
  about: heldInTraining,
  imports: [completionsTarget],
  nothing: nothingInTraining,
} satisfies ServerRegister;
