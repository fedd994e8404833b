import type { Recogniser } from "../recogniser.ts";
import { tellingOf } from "../told-sentences.ts";

/** A sentence that tells what one person has, did or felt, in whatever words. */
export const toldOfOne: Recogniser<"told-of-one"> = {
  name: "told-of-one",
  kind: "treatment-note",
  source:
    "words/telling.ts: somebody with a clinical word and an event or a finding in one sentence, and nothing of many",
  see: (section) => tellingOf(section).ofOne,
  flags: [
    "She burned her hand on the microwave",
    "He is sleeping better since the injections",
    "I have had a lump under my left arm for two weeks",
    "Your gout has flared again since I raised the tablets",
  ],
  passes: [
    "Patients with asthma should not stop their inhaler",
    "She retired last year",
    "Has your child had a flu jab?",
    "If your chest feels tight, use your inhaler",
  ],
};

/** A sentence that tells what was found or done, and leaves the person out. */
export const toldFound: Recogniser<"told-found"> = {
  name: "told-found",
  kind: "treatment-note",
  source: "words/telling.ts: clinical words with an event and a finding in one sentence, and nothing of many",
  see: (section) => tellingOf(section).found,
  flags: ["No focal consolidation or effusion is seen.", "Found on floor by bed, obs stable"],
  passes: ["Gloves, wipes and gel", "The asthma clinic is on Tuesdays", "No parking by the ward"],
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
  source:
    "Words of veterinary records and of those who keep animals: two different ones, one of which says so by itself",
  see: (section) => tellingOf(section).animals,
  flags: ["Labrador, neutered, vomiting since Sunday", "The vet saw the cat"],
  passes: ["Bitten by a dog while walking her own dog", "Lives with a cat", "The owner of the car"],
};
