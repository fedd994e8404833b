import type { HeldField, NothingHeld } from "../../work/held.ts";

/** What people write about corrective actions. */
export const heldInActions: readonly HeldField[] = [
  {
    what: "What people write about a corrective action",
    where: "Actions, of incidents and reviews",
    form: "Sentences, refused where they are seen to name a patient",
    why: "To show that what went wrong was mended",
    kept: "with what it follows from",
    columns: ["actions.text", "actions.doneNote", "actions.cancelledReason"],
    since: ["actions.at"],
  },
];

export const nothingInActions: NothingHeld = {
  actions: {
    "What staff read and did": [
      ...["register", "subject", "breach", "owner", "due", "doneAt", "doneBy", "verifiedAt", "verifiedBy"],
      ...["cancelledAt", "by", "at"],
    ],
  },
};
