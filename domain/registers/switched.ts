/**
 * Registers that a clinic can do without, by key. One that is switched off in *Settings* is nowhere: no page, act, row,
 * figure or agenda line. What it holds stays, and stays listed in *About patients*.
 */
export const switchable = ["training", "retention"] as const;
export type Switchable = (typeof switchable)[number];

/** What is switched on, and under which sentence in *Settings*. */
export const switchWords: Readonly<Record<Switchable, { readonly name: string; readonly says: string }>> = {
  retention: { name: "Retention", says: "Which records are due, held, kept longer or destroyed" },
  training: { name: "Training", says: "Who completed data protection training, and when" },
};
