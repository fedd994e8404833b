import * as z from "zod/mini";

/** Characters of everything that a clinic corrects, as the text that is signed. */
export const correctionsLongest = 100_000;

/** As the server gives it: the text, and the signature under its digest. */
export const signedCorrections = z.object({
  revision: z.int().check(z.minimum(1)),
  text: z.string().check(z.maxLength(correctionsLongest)),
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
});
export type SignedCorrections = z.infer<typeof signedCorrections>;

/** An Ed25519 key or its absence, in hex. */
export const signingKey = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * What the server's key signs.
 *
 * @param digest - SHA-256 of the text, in lower-case hex.
 */
export const signedText = (revision: number, digest: string): string =>
  `chaperone adapters 1 ${revision} ${digest}`;
