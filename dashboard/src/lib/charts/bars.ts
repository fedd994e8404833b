/** How a bar looks: a colour of state or the accent, and a pattern, so that colour is never the only sign. */
export const barLooks = ["accent", "pale", "red", "amber", "grey"] as const;
export type BarLook = (typeof barLooks)[number];

/** One kind of bar. A value that is null was not recorded, and draws nothing. */
export type Series = {
  readonly name: string;
  readonly look: BarLook;
  readonly values: readonly (number | null)[];
};

export type Bars = {
  /** One a group of bars. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Bars of a group stand on one another, or side by side. */
  readonly stacked: boolean;
  readonly across: boolean;
};
