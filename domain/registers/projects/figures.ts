import type { Role } from "../../roles.ts";
import type { Mark } from "./small-numbers.ts";

/** Under which word figures leave. */
export const leavesAs = {
  anonymous: "anonymous",
  figures: "figures in which somebody may be known",
} as const;
export type LeavesAs = keyof typeof leavesAs;

export interface CheckFacts extends Readonly<Record<Mark, number>> {
  readonly figures: number;
  readonly leavesAs: LeavesAs;
  readonly reason: string;
}

/** How many figures of a table are not fit to be called anonymous. */
export const notFit = ({ small, derived, unread }: Readonly<Record<Mark, number>>): number =>
  small + derived + unread;

/** Why a table does not leave under this word; undefined where it may. */
export function checkProblem(
  facts: CheckFacts,
  role: Role,
): { readonly field: "leavesAs" | "reason" | "figures"; readonly says: string } | undefined {
  if (facts.figures === 0) return { field: "figures", says: "No figure was found in it." };
  if (facts.leavesAs === "figures" || notFit(facts) === 0) return undefined;
  if (role !== "dpo")
    return {
      field: "leavesAs",
      says: "It is not anonymous while a count below ten stands in it or can be worked out: leave those out, or take them together. The lead alone may say otherwise, with a reason.",
    };
  return facts.reason === ""
    ? { field: "reason", says: "Say why nobody can be known in it all the same." }
    : undefined;
}
