import type { Nation } from "../../law/four-answers.ts";
import type { Age, Requester, RequestKind } from "./kinds.ts";

const paperOf = {
  representative: "signed authority of the patient, whose scope is understood",
  parent: "proof of parental responsibility, and who judged whether the child understands",
  court: "sealed order, or a registered power of attorney",
  "personal-representative": "grant of probate or letters of administration",
  claimant: "statement of the claim that arises from the death",
} as const satisfies Partial<Record<Requester, string>>;

/** The paper that shows they may ask for somebody else; '' where they ask for themselves. */
export const paperFor = (requester: Requester): string =>
  requester in paperOf ? paperOf[requester as keyof typeof paperOf] : "";
export const needsAuthority = (requester: Requester): boolean => requester in paperOf;

/** Whether this person can ask this; a sentence where not. */
export function askingProblem(kind: RequestKind, requester: Requester, age: Age): string | undefined {
  const forDead = requester === "personal-representative" || requester === "claimant";
  if (kind === "access-dead" && !forDead)
    return "Only the personal representative of a dead patient, or somebody with a claim from the death, can ask for the record.";
  if (forDead && kind !== "access-dead")
    return "Data protection law ends with the patient’s life: choose access after death.";
  if (requester === "parent" && age === "adult")
    return "The patient is 18 or older: a parent needs the patient’s written authority, as anybody does.";
  return undefined;
}

/** What a person has to judge before a child’s record goes to a child or a parent. */
export type Competence = "" | "competent" | "not-competent";

/**
 * Whether a child is taken to understand what a request is: from 16 always; from 12 in Scotland unless the contrary is
 * shown (DPA 2018 s.208); elsewhere by its own understanding, which somebody has to judge.
 */
export function presumed(age: Age, nation: Nation): Competence {
  if (age === "adult" || age === "16-17") return "competent";
  return age === "12-15" && nation === "scotland" ? "competent" : "";
}

/** What stands against this person’s authority, in a sentence; undefined where it suffices. */
export function authorityProblem(
  requester: Requester,
  age: Age,
  nation: Nation,
  judged: Competence,
  childAgrees: boolean,
): string | undefined {
  const competent = judged === "" ? presumed(age, nation) : judged;
  if (requester === "parent") {
    if (competent === "")
      return "Somebody has to judge first whether the child understands what the request is.";
    if (competent === "competent" && !childAgrees)
      return "The child understands the request, so the child has to agree to it.";
  }
  if (requester === "patient" && age !== "adult") {
    if (competent === "")
      return "Somebody has to judge first whether the child understands what the request is.";
    if (competent === "not-competent")
      return "The child does not understand the request: somebody with parental responsibility has to ask.";
  }
  return undefined;
}

/** Whether the question of authority is asked at all. */
export const asksAuthority = (requester: Requester, age: Age): boolean =>
  needsAuthority(requester) || (requester === "patient" && (age === "12-15" || age === "under-12"));
