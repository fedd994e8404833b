import { switchedOff } from "../in-use.ts";

/** @throws {ForbiddenError} Where the clinic does without this register: its routes answer nothing then, either. */
export function requireTraining(app: pb.App): void {
  if (switchedOff(app).includes("training"))
    throw new ForbiddenError("This register is switched off in the clinic’s settings.");
}
