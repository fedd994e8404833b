import { acknowledgingActs } from "./acknowledging.ts";
import { completionActs } from "./completions.ts";
import { courseActs } from "./courses.ts";
import { givenLessonActs } from "./given-acts.ts";
import { periodActs } from "./periods.ts";
import { requirementActs } from "./requirements.ts";
import { targetActs } from "./target-acts.ts";

/** All acts of training. */
export const trainingActs = {
  ...courseActs,
  ...requirementActs,
  ...completionActs,
  ...acknowledgingActs,
  ...givenLessonActs,
  ...periodActs,
  ...targetActs,
};
