import type { BreachProof, ProofState } from "#domain/registers/incidents/proof";

const says: Readonly<Record<Exclude<ProofState, "whole">, string>> = {
  changed: "is not the one that was frozen",
  unproven: "is not in the log, so nothing proves it",
};

/** What of a report's versions is not what the log says was frozen, a sentence each. */
export function brokenIn({ versions, missing }: BreachProof): string[] {
  const sentences = versions.flatMap(({ number, snapshot, pdf, docx }) =>
    (
      [
        [`Version ${number}`, snapshot],
        [`The PDF of version ${number}`, pdf],
        [`The Word file of version ${number}`, docx],
      ] as const
    ).flatMap(([what, state]) => (state === null || state === "whole" ? [] : [`${what} ${says[state]}.`])),
  );
  if (missing === 0) return sentences;
  return [...sentences, missing === 1 ? "A version is gone." : `${missing} versions are gone.`];
}
