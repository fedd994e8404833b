import type { Candour } from "#domain/law/candour";

const missingWords = {
  care: "whose patient it is",
  resulted: "what came of it",
  harm: "the gravest harm",
  opinion: "the opinion of a health professional",
} as const;

/** How a duty of candour stands in a case, in a sentence. */
export function candourSays({ binds, met, missing, rule }: Candour): string {
  if (binds === "no") return "No duty here.";
  const lacks = missing.map((one) =>
    one === "opinion" && rule?.opinion === "uninvolved"
      ? `${missingWords.opinion} who was not involved`
      : missingWords[one],
  );
  const still = lacks.length === 0 ? "" : ` Still to be said: ${lacks.join(", ")}.`;
  if (binds === "asks") return `Not known yet.${still}`;
  const whose = { law: "", policy: "Policy, not law: ", check: "Check before use: " }[binds];
  const says = {
    yes: "it is met, and its steps stand under Others to tell.",
    no: "it is not met by what was said.",
    "not-known-yet": "whether it is met is not known yet.",
  }[met];
  const sentence = `${whose}${says}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${still}`;
}
