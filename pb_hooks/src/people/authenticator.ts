import { HOTP, Secret, TOTP } from "otpauth";
import { policy } from "#domain/policy";

const digits = 6;

/** otpauth:// address that an authenticator app scans. */
export function authenticatorUri(secret: string, issuer: string, label: string): string {
  return new TOTP({
    issuer,
    label,
    secret: Secret.fromBase32(secret),
    digits,
    period: policy.totpStep.amount,
  }).toString();
}

/** The code of a step, counted from the epoch (RFC 6238). */
export const codeAt = (secret: string, counter: number): string =>
  HOTP.generate({ secret: Secret.fromBase32(secret), counter, digits });

export const stepOf = (nowMs: number): number => Math.floor(nowMs / 1000 / policy.totpStep.amount);

/**
 * The step whose code this is: the one before, this one or the next. All three are worked out each time, so that the
 * time taken does not tell which fitted.
 *
 * @returns undefined where none fits.
 */
export function matchingStep(secret: string, code: string, nowMs: number): number | undefined {
  const now = stepOf(nowMs);
  let found: number | undefined;
  for (const step of [now - 1, now, now + 1]) {
    if ($security.equal(codeAt(secret, step), code)) found = step;
  }
  return found;
}
