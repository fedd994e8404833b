/** Roles of the clinic's people. `dpo` is the confidentiality lead, whatever the clinic calls it (DESIGN.md 6). */
export const roles = ["staff", "manager", "dpo", "auditor"] as const;
export type Role = (typeof roles)[number];

/** Who a paired browser belongs to: one person, or a shared desk without an owner. */
export const holders = ["person", "desk"] as const;
export type Holder = (typeof holders)[number];

/** Whose machine a paired browser runs on. On a worker's own one nothing is recorded unless the lead allows it. */
export const devices = ["clinic", "own"] as const;
export type Device = (typeof devices)[number];

/** How an event came by its person; `none` is shown as unattributed (DESIGN.md 5, "Attribution is never guessed"). */
export const attributions = ["page", "browser", "chosen", "session", "server", "none"] as const;
export type Attribution = (typeof attributions)[number];
