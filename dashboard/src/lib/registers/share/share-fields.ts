import { systemName } from "#domain/base/forms";
import type { Nation } from "#domain/law/four-answers";
import type { ShareAnswers } from "#domain/law/share/questions";
import type { ShareRule } from "#domain/law/share/rule";
import {
  grounds,
  handedOver,
  othersHidden,
  recipientChecked,
} from "#domain/registers/disclosures/disclosure";
import {
  bodyKeys,
  checkedIn,
  groundIn,
  isRegistration,
  othersIn,
  type RegistrationBody,
  type ShareRow,
} from "#domain/registers/disclosures/share";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";
import { diseaseFields } from "#lib/registers/disclosures/disease.ts";

const gives = (rule: ShareRule): boolean => rule.verdict === "permit";
/** Of whatever came of it: the days run from the suspicion, also while it waits for the lead. */
const notifies = ({ purpose }: ShareAnswers): boolean => purpose === "notify";

const professional: readonly FieldSpec[] = [
  {
    id: "professionalName",
    kind: "line",
    own: true,
    longest: 80,
    label: "Registered professional who decided",
    empty: "Say who decided",
  },
  {
    id: "professionalBody",
    kind: "select",
    label: "Registered with",
    words: Object.fromEntries(bodyKeys.map((body) => [body, body])),
    empty: "Say with which body",
  },
  {
    id: "professionalNumber",
    kind: "line",
    own: true,
    longest: 14,
    label: "Number there",
    empty: "Say the number",
    check: (value, { professionalBody = "" }) =>
      professionalBody === "" || isRegistration(professionalBody as RegistrationBody, value)
        ? undefined
        : `This is no number of ${professionalBody}`,
  },
];

const given = ({ decision }: FieldValues): boolean => decision === "given";
const { none: _, ...givenOn } = grounds;

const others: FieldSpec = {
  id: "others",
  kind: "select",
  label: "Others who are in it",
  words: othersHidden,
  empty: "Say whether others are in it",
};
const checked: FieldSpec = {
  id: "checked",
  kind: "select",
  label: "How it was made sure that it goes to whom it is for",
  words: recipientChecked,
  empty: "Say how it was made sure",
};
const harms: readonly FieldSpec[] = [
  {
    id: "harmIfNot",
    kind: "sentence",
    label: "Which harm would come of not telling",
    empty: "Say which harm",
  },
  { id: "harmIf", kind: "sentence", label: "Which harm may come of telling", empty: "Say which harm" },
];

/** What the disclosure needs and the answers do not say. */
const besides = (rule: ShareRule, answers: ShareAnswers): readonly FieldSpec[] => [
  ...(othersIn(answers) === "" ? [others] : []),
  ...(checkedIn(answers) === "" && groundIn(rule) !== "anonymous" ? [checked] : []),
  ...(groundIn(rule) === "interest" ? harms : []),
];

/** Whether more has to be said before something given can be recorded. */
export const asksBeside = (rule: ShareRule, answers: ShareAnswers): boolean =>
  besides(rule, answers).length > 0;

/** What may be said before an answer is recorded. */
export const shareFields = (rule: ShareRule, answers: ShareAnswers, nation: Nation): readonly FieldSpec[] => [
  {
    id: "reference",
    kind: "line",
    longest: 60,
    label: "Its reference",
    hint: "A crime number, a claim, the order’s number.",
    optional: true,
  },
  ...(answers.asker === "patient" || answers.asker === "family"
    ? []
    : ([
        { id: "organisation", kind: "line", own: true, label: "Which organisation", optional: true },
      ] as const)),
  {
    id: "record",
    kind: "line",
    longest: 300,
    label: "The record’s reference, or its address",
    hint: "Never a name.",
    optional: true,
  },
  {
    id: "system",
    kind: "line",
    label: "Clinical system",
    hint: "For example cliniko:harbour.uk2",
    empty: "Say which clinical system",
    check: (value) => (systemName.safeParse(value).success ? undefined : "Write it like cliniko:harbour.uk2"),
    when: ({ record = "" }) => record.trim() !== "",
  },
  { id: "asked", kind: "sentence", label: "What was asked for", empty: "Say what was asked for" },
  ...(gives(rule)
    ? ([
        { id: "given", kind: "sentence", label: "What was given", empty: "Say what was given" },
        { id: "how", kind: "select", label: "How", words: handedOver, empty: "Say how" },
        ...besides(rule, answers),
      ] as const)
    : []),
  ...(gives(rule) && rule.decides === "professional" ? professional : []),
  ...(notifies(answers) ? diseaseFields(nation) : []),
  ...(rule.id === "anonymous-figures"
    ? ([
        {
          id: "smallest",
          kind: "line",
          numeric: true,
          longest: 8,
          label: "Smallest count in the figures",
          empty: "Say the smallest count",
          check: (value: string) => (/^\d+$/.test(value) ? undefined : "A number"),
        },
      ] as const)
    : []),
];

const answersIn = ({ answers }: ShareRow): ShareAnswers => JSON.parse(answers) as ShareAnswers;

/** What the lead says who decides; of what a row of the table permits, the ground is there. */
export const decideFields = (row: ShareRow): readonly FieldSpec[] => [
  {
    id: "decision",
    kind: "choice",
    label: "What you decide",
    words: { given: "It is given", refused: "It is refused" },
    empty: "Say what you decide",
  },
  { id: "reason", kind: "sentence", label: "Why", empty: "Say why" },
  {
    id: "given",
    kind: "sentence",
    label: "What was given",
    empty: "Say what was given",
    when: ({ decision }) => decision === "given",
  },
  {
    id: "how",
    kind: "select",
    label: "How",
    words: handedOver,
    empty: "Say how",
    when: given,
  },
  ...(row.verdict === "permit"
    ? []
    : [
        {
          id: "ground",
          kind: "select",
          label: "On which ground",
          words: givenOn,
          empty: "Say on which ground",
          when: given,
        } as const,
      ]),
  ...(othersIn(answersIn(row)) === "" ? [{ ...others, when: given }] : []),
  ...(checkedIn(answersIn(row)) === ""
    ? [{ ...checked, when: (values: FieldValues) => given(values) && groundOf(row, values) !== "anonymous" }]
    : []),
  ...harms.map((field) => ({
    ...field,
    when: (values: FieldValues) => given(values) && groundOf(row, values) === "interest",
  })),
];

const groundOf = ({ rule, verdict }: ShareRow, { ground }: FieldValues): string | undefined =>
  verdict === "permit" ? groundIn({ id: rule, verdict }) : ground;
