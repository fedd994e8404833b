import type { HeldField } from "../../work/held.ts";

const kept = "with the incident";

/** All that the register of incidents can hold about patients. */
export const heldInIncidents: readonly HeldField[] = [
  {
    what: "Who was affected by an incident",
    where: "Incidents, people affected",
    form: "The reference of the record, and whether, when and how the person was told",
    why: "To tell those affected, and to say how many they are",
    kept,
  },
  {
    what: "A file that was added as evidence",
    where: "Incidents, evidence",
    form: "The file as it is: it may show a patient, and is not searched for one",
    why: "To document a breach, as the UK GDPR (article 33(5)) asks",
    kept,
  },
  {
    what: "What people write about an incident",
    where: "Incidents",
    form: "Sentences, refused where they are seen to name a patient",
    why: "To document a breach, as the UK GDPR (article 33(5)) asks",
    kept,
  },
];
