import type { MapRow, PolicyClaim } from "#domain/registers/policy-map/map";

/** A line that has a state. */
export type Mapped = MapRow & { readonly claim: PolicyClaim };

/** Which dialog of the page is open. */
export type OpenInMap = { readonly is: "put-in" } | { readonly is: "settle" | "check"; readonly row: Mapped };
