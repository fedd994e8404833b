import type { HeldField, NothingHeld } from "../../work/held.ts";

/** What people write about a training that was entered. */
export const heldInTraining: readonly HeldField[] = [
  {
    what: "What people write about a training",
    where: "Training, what it was and why an entry was corrected",
    form: "Words and sentences, refused where they are seen to name a patient",
    why: "To say who was trained in what",
    kept: "with the entry",
    columns: ["training_entries.what", "training_entries.reason"],
    since: ["training_entries.at"],
  },
];

export const nothingInTraining: NothingHeld = {
  training_entries: { "What staff read and did": ["user", "completedOn", "by", "at", "corrects"] },
};
