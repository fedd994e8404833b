import { hmacBy } from "../records/hmac.ts";

/**
 * Digest by which a clinic is known again: under the key that its server gives to paired browsers alone. The key itself
 * does not outlive the pairing.
 */
export const clinicDigest = async (referenceKey: string): Promise<string> =>
  hmacBy(referenceKey)("chaperone clinic");
