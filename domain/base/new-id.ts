const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/**
 * Fifteen random characters of a-z and 0-9, never in the form of a tombstone (`t` and 14 digits).
 *
 * @param random - Fills the bytes that it is given with randomness, and gives them back.
 */
export function idFrom(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  let id = "";
  while (id.length < 15) {
    for (const byte of random(new Uint8Array(32))) {
      // 252 is the largest multiple of 36 in a byte: above it some letters would come more often.
      if (byte < 252 && id.length < 15) id += letters[byte % 36];
    }
  }
  return /^t\d{14}$/.test(id) ? idFrom(random) : id;
}
