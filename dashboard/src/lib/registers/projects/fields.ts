import {
  extractFates,
  extractForms,
  type ProjectFacts,
  projectBases,
  projectProblem,
  projectPurposes,
} from "#domain/registers/projects/project";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";

const problem =
  (field: keyof ProjectFacts) =>
  (_: string, { form = "", basis = "", madeBy = "" }: FieldValues): string | undefined => {
    if (form === "" || basis === "") return undefined;
    const found = projectProblem({ form, basis, madeBy } as ProjectFacts);
    return found?.field === field ? found.says : undefined;
  };

export const projectFields: readonly FieldSpec[] = [
  {
    id: "name",
    kind: "line",
    longest: 120,
    label: "Name of the project",
    hint: "By what people here know it. Never a patient’s name.",
    empty: "Give it a name",
  },
  {
    id: "purpose",
    kind: "select",
    label: "For",
    hint: "None of these is the patient’s own care",
    words: projectPurposes,
    empty: "Choose what it is for",
  },
  {
    id: "who",
    kind: "line",
    own: true,
    longest: 200,
    label: "Who has the extract",
    hint: "An organisation or a team: Fernhill University, the practice meeting",
    empty: "Say who has it",
  },
  {
    id: "extract",
    kind: "sentence",
    label: "Which extract",
    hint: "Kinds of data, of whom, and of which time. Never what stands in them",
    empty: "Say which extract",
  },
  {
    id: "form",
    kind: "select",
    label: "In which form it leaves the record",
    hint: "Only what nobody can be known by is anonymous; a code in place of a name is not",
    words: extractForms,
    empty: "Choose its form",
  },
  {
    id: "madeBy",
    kind: "person",
    label: "Made so by",
    hint: "Who takes out of it by what patients can be known",
    empty: "Choose who does it",
    when: ({ form = "" }) => form === "anonymous" || form === "pseudonymous",
  },
  {
    id: "asked",
    kind: "sentence",
    label: "Whom we asked",
    hint: "An ethics committee and its answer, the lead, patients; nobody, and why",
    empty: "Say whom we asked",
  },
  {
    id: "basis",
    kind: "select",
    label: "On which lawful basis",
    hint: "What was anonymous before it left needs none",
    words: projectBases,
    empty: "Choose the basis",
    check: problem("basis"),
  },
  {
    id: "basisWhy",
    kind: "sentence",
    label: "Why this basis",
    hint: "In a sentence that somebody can check later",
    empty: "Say why",
  },
  {
    id: "holder",
    kind: "person",
    label: "Who holds it here",
    hint: "Who is asked when the day has come",
    empty: "Choose who holds it",
  },
  {
    id: "until",
    kind: "day",
    label: "Until",
    hint: "The day on which the extract is gone, or somebody asks for more time",
  },
];

export const extendFields: readonly FieldSpec[] = [
  { id: "until", kind: "day", label: "Until", hint: "The new day; whoever holds it is asked then" },
  {
    id: "reason",
    kind: "sentence",
    label: "Why it runs longer",
    hint: "For whoever looks at it again",
    empty: "Say why",
  },
];

export const endFields: readonly FieldSpec[] = [
  {
    id: "fate",
    kind: "choice",
    label: "What became of the extract",
    hint: "By what you were told or saw, not by what was agreed",
    words: extractFates,
    empty: "Say what became of it",
  },
  {
    id: "reason",
    kind: "sentence",
    label: "How you know, or why it is kept",
    hint: "In a sentence: whose word, which letter, by which law",
    empty: "Say how you know",
  },
];
