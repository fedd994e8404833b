import {
  type CareRegulatorAnswer,
  type FourAnswers,
  type LegalFormAnswer,
  type Nation,
  type NhsWorkAnswer,
  nations,
} from "#domain/law/four-answers";
import { careRegulatorOf, careRegulators } from "#domain/law/regulators";
import { nationNames } from "./nations.ts";

/** An answer that can be chosen. */
type Option<Value extends string> = { readonly value: Value; readonly label: string };

export const nationOptions: readonly Option<Nation>[] = nations.map((value) => ({
  value,
  label: nationNames[value],
}));

/** Whoever inspects care in that nation, or nobody; nothing to choose from before the nation is said. */
export function careRegulatorOptions(
  nation: Nation | "",
): readonly Option<Exclude<CareRegulatorAnswer, "">>[] {
  if (nation === "") return [];
  const { id, name, short } = careRegulatorOf(nation);
  return [
    { value: id, label: `Yes, with the ${name} (${short})`.replace("the Healthcare", "Healthcare") },
    { value: "none", label: "No, with nobody" },
  ];
}

export const legalFormOptions: readonly Option<Exclude<LegalFormAnswer, "">>[] = [
  { value: "person", label: "A person who trades in their own name" },
  { value: "body", label: "A body: a company, a partnership, a charity" },
  { value: "nhs-body", label: "A body of the NHS: a trust, a health board" },
];

export const nhsWorkOptions: readonly Option<Exclude<NhsWorkAnswer, "">>[] = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No, private patients only" },
];

/** How an answer stands in a sentence; "not said" where it is owed. */
export const answerWords: {
  readonly [Question in keyof FourAnswers]: (answer: FourAnswers[Question]) => string;
} = {
  nation: (answer) => nationNames[answer],
  careRegulator: (answer) =>
    answer === "" ? "not said" : answer === "none" ? "registered with nobody" : careRegulators[answer].name,
  legalForm: (answer) => legalFormOptions.find(({ value }) => value === answer)?.label ?? "not said",
  nhsWork: (answer) => (answer === "" ? "not said" : answer),
};

/** What the four questions are called within a sentence. */
export const questionWords: Readonly<Record<keyof FourAnswers, string>> = {
  nation: "where the clinic is",
  careRegulator: "whether it is registered for its care",
  legalForm: "what it is in law",
  nhsWork: "whether it works for the NHS",
};

/** The four answers of a clinic in words, in the order of the questions. */
export const answersNow = (answers: FourAnswers): { readonly name: string; readonly says: string }[] => [
  { name: "Nation", says: answerWords.nation(answers.nation) },
  { name: "Registered for its care", says: answerWords.careRegulator(answers.careRegulator) },
  { name: "In law", says: answerWords.legalForm(answers.legalForm) },
  { name: "NHS work", says: answerWords.nhsWork(answers.nhsWork) },
];
