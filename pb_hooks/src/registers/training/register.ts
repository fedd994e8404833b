import type { ServerRegister } from "../register.ts";
import { trainingActs } from "./acts.ts";
import { trainingIn } from "./pack.ts";

/** Training, entered by hand. The smallest register there is: read this one first. */
export const training = {
  acts: trainingActs,
  pack: ({ tx, to }) => ({ training: trainingIn(tx, to) }),
} satisfies ServerRegister;
