/** What the background tells content scripts: look again with `hello`. */
export const policyChanged = "policy-changed";

/** Somebody else says to sit at this desk: a record that is open is theirs to have seen. */
export const personChanged = "person-changed";

/** Asks a frame for nothing: that somebody listens there is the answer. */
export const stillHere = "still-here";
