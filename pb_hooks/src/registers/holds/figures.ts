import { countedBetween } from "../listing/counted.ts";
import type { Counting, Figure } from "../register.ts";

/** Holds by the moment at which they were placed, and those that were released. */
export const holdFigures = (counting: Counting): Figure[] => [
  countedBetween(counting, "holds", {
    placed: { table: "holds", column: "at" },
    released: { table: "holds", column: "releasedAt" },
  }),
];
