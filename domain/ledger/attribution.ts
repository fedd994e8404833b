import type { Attribution, Holder } from "../roles.ts";

/** What is known about who sat there. Empty text means unknown. */
export interface Presence {
  /** Keyed sign-in that the page shows; '' where it shows nobody. */
  readonly account: string;
  /** Person that the clinic has mapped to this sign-in; '' where nobody has. */
  readonly mapped: string;
  readonly holder: Holder;
  /** Person a browser belongs to; '' at a desk. */
  readonly owner: string;
  /** Person picked in the popup of a desk. */
  readonly chosen: string;
}

export interface Attributed {
  /** '' where nobody is known. */
  readonly user: string;
  readonly attribution: Attribution;
}

const nobody: Attributed = { user: "", attribution: "none" };

/**
 * Whose event it is, by the first rule that applies; nobody's name is ever used for another's view (DESIGN.md 5).
 * A page that shows an unmapped person answers nobody, even in a browser that has one owner.
 */
export function attribute(seen: Presence): Attributed {
  if (seen.account !== "") return seen.mapped === "" ? nobody : { user: seen.mapped, attribution: "page" };
  if (seen.holder === "person") {
    return seen.owner === "" ? nobody : { user: seen.owner, attribution: "browser" };
  }
  return seen.chosen === "" ? nobody : { user: seen.chosen, attribution: "chosen" };
}
