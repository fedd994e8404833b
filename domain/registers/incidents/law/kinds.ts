/** Clocks of the clinic's own law, as Today and the desk name them (`law/clocks.ts`). */
export const lawKinds = ["care-asked", "care", "candour"] as const;
export type LawKind = (typeof lawKinds)[number];
