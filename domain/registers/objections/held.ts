import type { HeldField, NothingHeld } from "../../work/held.ts";

export const heldInObjections: readonly HeldField[] = [
  {
    what: "What people say about entries of themselves, and what was answered",
    where: "My record; Said of entries; beside the entry in the access log",
    form: "Sentences, refused where they are seen to name a patient",
    why: "Whoever works here may object to an entry, or say that it is wrong (UK GDPR Arts 16 and 21)",
    kept: "for good: it belongs to an entry that nobody changes",
    columns: ["objections.words", "objections.answer"],
    since: ["objections.at"],
  },
];

export const nothingInObjections: NothingHeld = {
  objections: {
    "What staff read and did": [
      ...["what", "event", "table", "row", "breach", "by", "at", "limitOn", "state"],
      ...["answeredBy", "answeredAt"],
    ],
  },
};
