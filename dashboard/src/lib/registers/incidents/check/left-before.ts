import { listed } from "#lib/format/sentence.ts";

/** Words that are named in the sentence; of more it says how many. */
const mostNamed = 3;

/**
 * What is left to be done before a version is frozen; '' where nothing is.
 *
 * @param named - How many places the screen found a patient named in.
 * @param unseen - The marked words that nobody has ticked yet.
 * @param read - Whether somebody said that they read all of it.
 */
export function leftBefore({
  named,
  unseen,
  read,
}: {
  readonly named: number;
  readonly unseen: readonly string[];
  readonly read: boolean;
}): string {
  const rest = unseen.length - mostNamed;
  const words = rest > 1 ? [...unseen.slice(0, mostNamed), `${rest} more`] : unseen;
  return [
    named > 0 ? "A patient is named: mend that first." : "",
    unseen.length > 0 ? `Look at each marked word, and tick it. Left: ${listed(words)}.` : "",
    read ? "" : "Read all of it, and say so.",
  ]
    .filter(Boolean)
    .join(" ");
}
