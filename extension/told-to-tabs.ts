/** What the background tells content scripts: look again with `hello`. */
export const policyChanged = "policy-changed";

/** Asks a frame for nothing: that somebody listens there is the answer. */
export const stillHere = "still-here";
