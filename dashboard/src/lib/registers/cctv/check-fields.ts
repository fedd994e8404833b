import { checkResults } from "#domain/registers/cctv/our-checks";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";

type Words = Readonly<Record<string, string>>;

const system = (systems: Words): FieldSpec => ({
  id: "system",
  kind: "select",
  hint: "The recorder with its cameras",
  label: "Which system",
  words: systems,
  empty: "Choose the system",
});
const next: FieldSpec = {
  id: "nextOn",
  kind: "day",
  hint: "By which day it is asked again: it is on the desk before",
  label: "The next time by",
  check: (value, { day = "" }) => (value <= day ? "The next time comes after this one" : undefined),
};

export const viewerFields = (systems: Words): readonly FieldSpec[] => [
  system(systems),
  {
    id: "user",
    kind: "person",
    hint: "Somebody who works here now",
    label: "Who may look",
    empty: "Choose who may look",
  },
  {
    id: "reason",
    kind: "sentence",
    hint: "Few people look at pictures: say what this person needs them for",
    label: "Why",
    empty: "Say why: few people may look",
  },
];

const fine = (id: string, label: string): FieldSpec => ({
  id,
  kind: "choice",
  hint: "As the engineer’s sheet says it",
  label,
  words: { yes: "Yes", no: "No" },
  empty: "Say yes or no",
});
export const engineerFields = (systems: Words): readonly FieldSpec[] => [
  system(systems),
  { id: "day", kind: "day", hint: "The day of the visit, as on the engineer’s sheet", label: "Visited on" },
  {
    id: "company",
    kind: "line",
    hint: "Who came; under Suppliers stands its contract",
    label: "Company",
    empty: "Say which company",
  },
  fine("camerasFine", "Are all cameras in order?"),
  fine("clockFine", "Is the clock right?"),
  fine("daysFine", "Does it overwrite when it should?"),
  {
    id: "faults",
    kind: "sentence",
    label: "What was wrong",
    hint: "It becomes an action. No detail of a patient.",
    empty: "Say what was wrong",
    when: ({ camerasFine, clockFine, daysFine }) => [camerasFine, clockFine, daysFine].includes("no"),
  },
  next,
];

export const ourCheckFields: readonly FieldSpec[] = [
  { id: "day", kind: "day", hint: "The day on which somebody looked whether it is so", label: "Checked on" },
  {
    id: "result",
    kind: "choice",
    hint: "As you found it, not as it is meant to be",
    label: "How it is",
    words: checkResults,
    empty: "Say how it is",
  },
  {
    id: "note",
    kind: "sentence",
    hint: "What has to be done before it is in order: it becomes an action",
    label: "What is missing",
    empty: "Say what is missing",
    when: ({ result = "fine" }) => result !== "fine" && result !== "",
  },
  next,
];

export const reviewFields = (systems: Words): readonly FieldSpec[] => [
  system(systems),
  {
    id: "day",
    kind: "day",
    hint: "The day on which the clinic decided whether it still needs the cameras",
    label: "Reviewed on",
  },
  fine("needed", "Is it still needed?"),
  {
    id: "why",
    kind: "sentence",
    hint: "What happened in the year that the cameras helped with, or that they did not",
    label: "Why",
    empty: "Say why",
  },
  {
    id: "alternatives",
    kind: "sentence",
    hint: "Locks, light, a person at the desk: the law asks for the least that serves",
    label: "What else would do, and why it is not enough",
    empty: "Say what else was thought of",
  },
  next,
];

/** Yes or no in what was said. */
export function asChecked(said: FieldValues): { [name: string]: string | boolean } {
  const sent: { [name: string]: string | boolean } = { ...said };
  for (const id of ["camerasFine", "clockFine", "daysFine", "needed"])
    if (said[id] !== undefined) sent[id] = said[id] === "yes";
  return sent;
}
