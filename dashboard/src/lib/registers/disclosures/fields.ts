import {
  type DisclosureFacts,
  disclosureProblem,
  handedOver,
  othersHidden,
  receivers,
  requestForms,
} from "#domain/registers/disclosures/disclosure";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";

const isGiven = ({ outcome }: FieldValues): boolean => outcome === "given";

/** The rule's own word on a field, once all that it looks at was said. */
const ruled =
  (field: string) =>
  (_: string, { receiver = "", form = "", outcome = "", others = "", how = "" }: FieldValues) => {
    const problem = disclosureProblem({ receiver, form, outcome, others, how } as DisclosureFacts);
    return problem?.field === field ? problem.says : undefined;
  };

/**
 * What is asked of everything that is given to others, or refused.
 *
 * @param holds - Holds that may keep what was asked for, by id, as they are called; none, and nobody is asked.
 */
export const disclosureFields = (holds: Readonly<Record<string, string>>): readonly FieldSpec[] => [
  {
    id: "hold",
    kind: "select",
    hint: "Pictures and papers that are given are those of a hold, if there is one",
    label: "The hold that keeps it",
    words: holds,
    optional: true,
    when: () => Object.keys(holds).length > 0,
  },
  {
    id: "receiver",
    kind: "select",
    hint: "Who gets it decides what they have to show: police a form, an insurer an authority",
    label: "Who asked",
    words: receivers,
    empty: "Choose who asked",
  },
  {
    id: "organisation",
    kind: "line",
    label: "Which organisation",
    hint: "For example Kent Police. Never a person’s name.",
    empty: "Say which organisation",
    when: ({ receiver = "" }) => receiver !== "" && receiver !== "subject",
  },
  {
    id: "reference",
    kind: "line",
    longest: 60,
    label: "Its reference",
    hint: "A crime number, a claim, REQ-33.",
    optional: true,
  },
  {
    id: "form",
    kind: "select",
    hint: "A written request is kept; somebody who rings is asked to write",
    label: "How it was asked for",
    words: requestForms,
    empty: "Choose how it was asked for",
    check: ruled("form"),
  },
  {
    id: "askedOn",
    kind: "day",
    hint: "The day on which they asked: a month to answer runs from it",
    label: "Asked on",
  },
  {
    id: "asked",
    kind: "sentence",
    hint: "In their words, without a patient’s name: “Footage of the entrance on 3 May, 14:00 to 15:00”",
    label: "What was asked for",
    empty: "Say what was asked for",
  },
  {
    id: "outcome",
    kind: "choice",
    hint: "Giving less than was asked is “given”: say below what",
    label: "What was decided",
    words: { given: "Given", refused: "Refused" },
    empty: "Say what was decided",
  },
  {
    id: "given",
    kind: "sentence",
    hint: "Kinds of data and how much: “Two minutes of one camera”. Never what stands in them",
    label: "What was given",
    empty: "Say what was given",
    when: isGiven,
  },
  {
    id: "minimum",
    kind: "sentence",
    hint: "The law lets you give what is needed and no more: say how that was seen to",
    label: "Why this is the least that serves, or why it is refused",
    empty: "Say why this and no more",
  },
  {
    id: "others",
    kind: "select",
    hint: "Whoever else is seen or named has rights of their own: blur, black out, or ask them",
    label: "Others who are to be seen or named in it",
    words: othersHidden,
    empty: "Say whether others are in it",
    when: isGiven,
    check: ruled("others"),
  },
  {
    id: "how",
    kind: "select",
    hint: "By hand or by a way that only they can open; a plain e-mail is none",
    label: "How it was handed over",
    words: handedOver,
    empty: "Choose how it was handed over",
    when: isGiven,
  },
  {
    id: "day",
    kind: "day",
    hint: "The day on which it left the clinic, or the answer did",
    label: "Given or refused on",
  },
  {
    id: "decidedBy",
    kind: "person",
    hint: "The lead or a manager; whoever decides does not have to hand it over",
    label: "Who decided",
    empty: "Choose who decided",
  },
];
