import { type PurposeKey, purposeOf } from "#domain/law/sharing-purposes";
import { asksForEffect, type Decided, saidHow } from "#domain/registers/consent/consent";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";

const explained = ({ purpose = "care", decision = "yes" }: FieldValues): boolean =>
  asksForEffect(purpose as PurposeKey, decision as Decided);

/** What an answer means depends on the purpose. */
const answers = (purpose: PurposeKey): Record<Decided, string> => {
  const { can } = purposeOf(purpose);
  if (can === "consent") return { yes: "Yes", no: "No" };
  if (can === "object") return { yes: "May be used", no: "Objects" };
  if (can === "mark") return { yes: "It stands", no: "It is lifted" };
  return { yes: "May be shared", no: "Opts out" };
};

const howField = (purpose: PurposeKey): FieldSpec => {
  const { nhs, ...others } = saidHow;
  const words = purpose === "national-opt-out" ? { nhs } : others;
  return { id: "how", kind: "select", label: "How the patient said so", words, empty: "Say how" };
};

/** What is asked of one decision. @param purpose - Which it is about. */
export const decisionFields = (purpose: PurposeKey): readonly FieldSpec[] => [
  {
    id: "decision",
    kind: "choice",
    label: "What the patient decided",
    words: answers(purpose),
    empty: "Say what",
  },
  howField(purpose),
  { id: "takenBy", kind: "person", label: "Who took it", empty: "Choose who took it" },
  { id: "from", kind: "day", label: "From" },
  {
    id: "until",
    kind: "day",
    label: "Until",
    hint: "Left out, it stands until the patient says something else.",
    optional: true,
  },
  {
    id: "effect",
    kind: "sentence",
    label: "In which words it was explained what this does to their care",
    empty: "Say in which words",
    when: (values) => explained({ ...values, purpose }),
  },
  {
    id: "effectBy",
    kind: "person",
    label: "Who explained it",
    empty: "Choose who explained it",
    when: (values) => explained({ ...values, purpose }),
  },
  {
    id: "wording",
    kind: "line",
    longest: 40,
    label: "Version of the words used, for example 2026-2",
    optional: true,
  },
  {
    id: "evidence",
    kind: "line",
    label: "Where what was written lies",
    hint: "For example: Cliniko, forms of the record. It is not kept here.",
    optional: true,
  },
];

/** One step: only how it was said; of a restriction that is lifted, how the patient was told before. */
export const turnFields = (purpose: PurposeKey): readonly FieldSpec[] => [
  howField(purpose),
  ...(purpose === "restricted"
    ? ([
        {
          id: "evidence",
          kind: "line",
          label: "How the patient was told before it is lifted",
          hint: "For example: letter of 3 May. No name.",
          empty: "Say how the patient was told before",
        },
      ] as const)
    : []),
];
