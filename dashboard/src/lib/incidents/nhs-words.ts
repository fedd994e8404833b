/** Axes of the NHS grid: how likely an adverse effect is, and how severe (NHS England; DOMAIN.md 1.6). */
export const likelihoodWords = [
  "1, not occurred",
  "2, not likely",
  "3, likely",
  "4, highly likely",
  "5, occurred",
] as const;
export const impactWords = [
  "1, no adverse effect",
  "2, potentially some minor adverse effect",
  "3, potentially some adverse effect",
  "4, potentially pain, suffering or financial loss",
  "5, death or catastrophic event",
] as const;
