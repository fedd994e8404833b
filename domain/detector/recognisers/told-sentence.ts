import type { Recogniser } from "../recogniser.ts";
import { tellingOf } from "../told-sentences.ts";

/** A sentence that tells what was found, done or felt by one person, in whatever words. */
export const toldSentence: Recogniser<"told-sentence"> = {
  name: "told-sentence",
  kind: "treatment-note",
  source: "words/telling.ts: somebody, an event, a finding and a clinical word in one sentence, and nothing of many",
  see: (section) => tellingOf(section).told,
  flags: [
    "She burned her hand on the microwave",
    "No focal consolidation or effusion is seen.",
    "Found on floor by bed, obs stable",
    "He is sleeping better since the injections",
  ],
  passes: ["Patients with asthma should not stop their inhaler", "She retired last year", "Gloves, wipes and gel"],
};

/** A sentence about many people, rules or studies. */
export const generalSentence: Recogniser<"general-sentence"> = {
  name: "general-sentence",
  kind: "other-paper",
  source: "words/telling.ts: a clinical word beside one of many people, rules or studies",
  see: (section) => tellingOf(section).general,
  flags: ["Patients with asthma should not stop their inhaler", "Prevalence of dementia in the cohort"],
  passes: ["She burned her hand", "Patients are welcome in the garden"],
};

/** A vet's, a farm's or a zoo's paper. */
export const animal: Recogniser<"animal"> = {
  name: "animal",
  kind: "other-paper",
  source: "Words of veterinary records and of those who keep animals: two different ones, one of which says so by itself",
  see: (section) => tellingOf(section).animals,
  flags: ["Labrador, neutered, vomiting since Sunday", "The vet saw the cat"],
  passes: ["Bitten by a dog while walking her own dog", "Lives with a cat", "The owner of the car"],
};
