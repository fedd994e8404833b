/**
 * A pairing code as its 8 characters, whatever was typed: blanks and hyphens go, capitals don't matter.
 *
 * @returns undefined for what cannot be a code: codes have no 0, O, 1, I or L.
 */
export function pairingCode(typed: string): string | undefined {
  const code = typed.replace(/[\s\u2010-\u2015-]/g, "").toUpperCase();
  return /^[A-HJKMNP-Z2-9]{8}$/.test(code) ? code : undefined;
}
