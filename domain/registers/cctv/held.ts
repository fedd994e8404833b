import type { HeldField } from "../../work/held.ts";

export const heldInCctv: readonly HeldField[] = [
  {
    what: "Two pictures of what each camera sees, and one of its sign",
    where: "CCTV, files of a camera",
    form: "Photographs; whoever adds one is asked that nobody can be recognised in it",
    why: "To show that a camera sees visitors alone, and that they are told",
    kept: "with the register",
  },
  {
    what: "That pictures of a day were held, exported, looked at or given to others",
    where: "CCTV, columns reason, present, note and kept; Holds; Disclosures",
    form: "Camera, days and words that were screened for names and numbers; the pictures themselves stay on the recorder",
    why: "To say later who looked at what, and why it was kept longer",
    kept: "with the register",
  },
];
