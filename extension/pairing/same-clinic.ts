/**
 * Digest by which a clinic is known again: of the key that its server gives to paired browsers alone. The key itself does
 * not outlive the pairing.
 */
export async function clinicDigest(referenceKey: string): Promise<string> {
  const bytes = new TextEncoder().encode(`chaperone clinic\n${referenceKey}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
