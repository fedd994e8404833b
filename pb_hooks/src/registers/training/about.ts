import type { HeldField } from "#domain/work/held";

/** What training can hold about patients: nothing is meant to, and two places take what people bring. */
export const heldInTraining: readonly HeldField[] = [
  {
    what: "Nothing is meant to be: names of trainings, remarks, assessors",
    where: "Training",
    form: "Sentences that are refused where they name a patient, as far as that is recognised",
    why: "To show who was trained in what",
    kept: "no end is set",
  },
  {
    what: "Whatever a certificate or a course’s file shows",
    where: "Training, files",
    form: "Files as they were brought; nobody looks into them",
    why: "As the proof of a training, or as its content",
    kept: "no end is set",
  },
];
