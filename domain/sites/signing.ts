import * as z from "zod/mini";

/** Adapters that a clinic may hold. */
export const correctionsMost = 20;

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

/**
 * What the lead changes: adapters that come in place of those with the same id, and ids that go. Whether they are adapters
 * the server says (`corrections.ts`): their schema is no part of every page of the dashboard.
 */
export const correctionChange = z.strictObject({
  put: z.array(z.unknown()).check(z.maxLength(correctionsMost)),
  drop: z.array(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))).check(z.maxLength(correctionsMost)),
});
