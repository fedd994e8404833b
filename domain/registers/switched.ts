/**
 * Registers that a clinic can do without, by key. One that is switched off in *Settings* is nowhere: no page, act, row,
 * figure or agenda line. What it holds stays, and stays listed in *About patients*.
 */
export const switchable = ["training", "cctv", "retention", "audits", "suppliers", "policy-map"] as const;
export type Switchable = (typeof switchable)[number];

/** What is switched on, and under which sentence in *Settings*. */
export const switchWords: Readonly<Record<Switchable, { readonly name: string; readonly says: string }>> = {
  suppliers: {
    name: "Partners and suppliers",
    says: "Who else has data of the clinic, by which contract and where",
  },
  "policy-map": { name: "Policy map", says: "What keeps each sentence of the clinic’s own policy" },
  audits: { name: "Audits", says: "Planned looks at systems and storage, and the week’s random sample" },
  training: { name: "Training", says: "Courses, of whom they are asked, and who completed them" },
  cctv: { name: "CCTV", says: "Cameras, how long their pictures are kept, and who looks at them" },
  retention: { name: "Retention", says: "Which records are due, held, kept longer or destroyed" },
};
