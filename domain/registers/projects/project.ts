/** What a project of secondary use is for. */
export const projectPurposes = {
  research: "research",
  audit: "clinical audit",
  service: "planning or improving the service",
  payer: "somebody who pays or commissions",
  teaching: "teaching and training",
  other: "something else",
} as const;
export type ProjectPurpose = keyof typeof projectPurposes;

/** In which form its extract leaves the record. */
export const extractForms = {
  anonymous: "anonymous: nobody can be known in it",
  pseudonymous: "coded: whoever has the key knows who it is",
  named: "patients can be known in it",
} as const;
export type ExtractForm = keyof typeof extractForms;

/** On which lawful basis it runs. */
export const projectBases = {
  consent: "the patients agreed",
  interest: "legitimate interest, with the safeguards for research and statistics",
  task: "a task in the public interest",
  law: "a law that obliges, or an approval that lifts confidence",
  none: "none is needed: nobody can be known in it",
} as const;
export type ProjectBasis = keyof typeof projectBases;

/** What became of its extract. */
export const extractFates = {
  destroyed: "destroyed",
  returned: "given back to the clinic",
  kept: "kept, for the reason below",
  never: "never drawn",
} as const;
export type ExtractFate = keyof typeof extractFates;

/** `runs` until somebody ends it: a day that passes ends nothing by itself, it asks. */
export type ProjectState = "runs" | "ended";

export interface ProjectFacts {
  readonly form: ExtractForm;
  readonly basis: ProjectBasis;
  /** Id of who made it anonymous or coded; '' of what is neither. */
  readonly madeBy: string;
}

/** What is wrong with a project as it is entered, by the field that has to change; undefined where nothing is. */
export function projectProblem({
  form,
  basis,
  madeBy,
}: ProjectFacts): { readonly field: keyof ProjectFacts; readonly says: string } | undefined {
  if (form !== "named" && madeBy === "")
    return { field: "madeBy", says: "Say who takes out of it by what patients can be known." };
  if (form !== "anonymous" && basis === "none")
    return { field: "basis", says: "Patients can be known in it: it needs a basis." };
  return undefined;
}
