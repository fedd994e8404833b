const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

/** An id of a row as PocketBase and browsers make theirs: 15 letters and digits. */
export const newId = (): string => $security.randomStringWithAlphabet(15, alphabet);
