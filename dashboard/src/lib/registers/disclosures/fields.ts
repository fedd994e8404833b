import type { Nation } from "#domain/law/four-answers";
import {
  consentSought,
  type DisclosureDetail,
  type DisclosureFacts,
  detailProblem,
  disclosureProblem,
  grounds,
  handedOver,
  othersHidden,
  patientTold,
  receivers,
  recipientChecked,
  requestForms,
} from "#domain/registers/disclosures/disclosure";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";
import { diseaseFields } from "./disease.ts";

const isGiven = ({ outcome }: FieldValues): boolean => outcome === "given";

/** The rule's own word on a field, once all that it looks at was said. */
const ruled =
  (field: string) =>
  (_: string, { receiver = "", form = "", outcome = "", others = "", how = "" }: FieldValues) => {
    const problem = disclosureProblem({ receiver, form, outcome, others, how } as DisclosureFacts);
    return problem?.field === field ? problem.says : undefined;
  };

/** The same of what may be said beside it. */
const detailed =
  (field: keyof DisclosureDetail) =>
  (_: string, values: FieldValues): string | undefined => {
    const said = (id: string): string => values[id] ?? "";
    const { ground = "", consent = "", told = "", checked = "" } = values;
    const detail = {
      ...{ ground, consent, told, checked },
      consentWhy: said("consentWhy"),
      harmIfNot: said("harmIfNot"),
      harmIf: said("harmIf"),
      toldWhy: said("toldWhy"),
      disease: said("disease"),
      suspectedOn: said("suspectedOn"),
      smallest: /^\d+$/.test(said("smallest")) ? Number(said("smallest")) : -1,
    } as DisclosureDetail;
    const problem = detailProblem(detail, "given");
    return problem?.field === field ? problem.says : undefined;
  };

const { none: _, ...givenOn } = grounds;
const interest = ({ ground, outcome }: FieldValues): boolean => ground === "interest" && outcome === "given";

/** What a disclosure says beside what was given (DOMAIN.md 7.3). */
const detailFields = (nation: Nation): readonly FieldSpec[] => [
  {
    id: "recordRef",
    kind: "line",
    longest: 300,
    label: "The record’s reference, or its address",
    hint: "Where it is of one record. Never a name.",
    optional: true,
  },
  {
    id: "system",
    kind: "line",
    label: "Clinical system",
    hint: "For example cliniko:harbour.uk2",
    empty: "Say which clinical system",
    when: ({ recordRef = "" }) => recordRef.trim() !== "",
  },
  {
    id: "purpose",
    kind: "sentence",
    hint: "What the receiver does with it, in their own words",
    label: "What it is for",
    empty: "Say what it is for",
    when: isGiven,
  },
  {
    id: "ground",
    kind: "select",
    hint: "What lets the clinic tell it; the patient’s agreement is one of several",
    label: "On which ground",
    words: givenOn,
    empty: "Say on which ground",
    when: isGiven,
  },
  ...diseaseFields(nation, ({ ground, outcome }) => outcome === "given" && ground === "notifiable"),
  {
    id: "section",
    kind: "line",
    hint: "As their letter or the order names it",
    label: "Section of the law, or number of the order",
    optional: true,
    when: isGiven,
  },
  {
    id: "consent",
    kind: "select",
    hint: "People are asked first wherever that is safe and there is time",
    label: "Whether the patient was asked first",
    words: consentSought,
    empty: "Say whether the patient was asked",
    when: isGiven,
    check: (value, { ground }) =>
      value === "refused" && ground === "consent"
        ? "The patient said no: it needs another ground"
        : undefined,
  },
  {
    id: "consentWhy",
    kind: "sentence",
    hint: "Read by whoever has to answer for it later. No name",
    label: "Why the patient was not asked",
    empty: "Say why",
    when: ({ consent, outcome }) => outcome === "given" && (consent === "no-time" || consent === "unsafe"),
  },
  {
    id: "harmIfNot",
    kind: "sentence",
    hint: "To whom, how likely and how soon; it has to be serious",
    label: "Harm of not telling",
    empty: "Say which harm",
    when: interest,
  },
  {
    id: "harmIf",
    kind: "sentence",
    hint: "To the patient, to others, and to trust in the clinic",
    label: "Harm that may come of telling",
    empty: "Say which harm",
    when: interest,
  },
  {
    id: "capacity",
    kind: "sentence",
    hint: "Only where there was doubt: who judged it, and how",
    label: "Whether the patient can decide this",
    optional: true,
    when: isGiven,
  },
  {
    id: "secondOpinion",
    kind: "sentence",
    hint: "A colleague’s or an adviser’s: their office and what they thought, no patient’s name",
    label: "Second opinion, and whose",
    optional: true,
    when: isGiven,
  },
  {
    id: "told",
    kind: "select",
    hint: "They are told before or after, unless that would do harm or the law forbids it",
    label: "Whether the patient was told",
    words: patientTold,
    empty: "Say whether the patient was told",
    when: isGiven,
  },
  {
    id: "toldWhy",
    kind: "sentence",
    hint: "Which harm or which law; when they will be told, if later",
    label: "Why the patient was not told",
    empty: "Say why",
    when: ({ told, outcome }) => outcome === "given" && (told === "no" || told === "later"),
  },
  {
    id: "checked",
    kind: "select",
    hint: "Somebody who rings is rung back at a number that you looked up yourself",
    label: "How it was made sure that it goes to whom it is for",
    words: recipientChecked,
    empty: "Say how it was made sure",
    when: ({ ground, outcome }) => outcome === "given" && ground !== "anonymous",
  },
  {
    id: "smallest",
    kind: "line",
    numeric: true,
    longest: 8,
    label: "Smallest count in the figures",
    hint: "A count below ten may tell who it is.",
    empty: "Say the smallest count",
    when: ({ ground, outcome }) => outcome === "given" && ground === "anonymous",
    check: detailed("smallest"),
  },
  {
    id: "confirmedOn",
    kind: "day",
    hint: "The day of their receipt or call, if there was one",
    label: "They confirmed that it came, on",
    optional: true,
    when: isGiven,
  },
  {
    id: "copies",
    kind: "line",
    hint: "For example: the letter, in the drawer of the Canterbury office",
    longest: 200,
    label: "Where copies are kept",
    optional: true,
    when: isGiven,
  },
  {
    id: "event",
    kind: "line",
    longest: 15,
    label: "Entry of the log that shows it leaving",
    hint: "Its fifteen signs, from the entry’s panel.",
    optional: true,
    when: isGiven,
    check: (value) => (/^[a-z0-9]{15}$/.test(value) ? undefined : "Fifteen small letters and figures"),
  },
  {
    id: "registration",
    kind: "line",
    hint: "Body and number, such as HCPC PH12345, where a professional’s judgement was needed",
    longest: 60,
    label: "Registration of a professional who decided",
    optional: true,
    when: isGiven,
  },
  {
    id: "reviewOn",
    kind: "day",
    hint: "Where it goes on, or may have to be told again",
    label: "When somebody looks at it again",
    optional: true,
    when: isGiven,
  },
];

/**
 * What is asked of everything that is given to others, or refused.
 *
 * @param holds - Holds that may keep what was asked for, by id, as they are called; none, and nobody is asked.
 */
export const disclosureFields = (
  holds: Readonly<Record<string, string>>,
  nation: Nation,
): readonly FieldSpec[] => [
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
  ...detailFields(nation),
];
