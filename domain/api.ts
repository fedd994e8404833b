import * as z from "zod/mini";
import { browserName, email, personName } from "./acts.ts";
import { clinicSetUp } from "./clinic/clinic-change.ts";
import { policyAnswer } from "./clinic/policy-answer.ts";
import { personRow } from "./people/person-row.ts";
import { devices, holders, roles } from "./roles.ts";

export { type ActAnswer, actAnswer, type ChangedBy, changedBy } from "./act-answer.ts";

/** Bodies and answers of the routes about people and browsers, under `/api/chaperone`. */

/** A one-time link's token: the row's id and 40 random characters. */
const linkToken = z.string().check(z.regex(/^[a-z0-9]{15}[A-Za-z0-9]{40}$/));

/** Six digits, or a recovery code; spaces and hyphens do not count. */
const code = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

/**
 * Only bounded here: `password.ts` says which are good enough, and only where one is chosen. Keyboards write é as one
 * sign or as two; both are the same password.
 */
const typedPassword = z.string().check(z.minLength(1), z.maxLength(200), z.normalize("NFC"));

export const signInBody = z.strictObject({
  email: z.string().check(z.minLength(1), z.maxLength(200)),
  password: typedPassword,
  code,
});
export const enrolStartBody = z.strictObject({ token: linkToken });
export const enrolBody = z.strictObject({ token: linkToken, password: typedPassword, code });
export const setUpBody = z.strictObject({
  token: linkToken,
  clinic: clinicSetUp,
  name: personName,
  email,
  password: typedPassword,
  code,
});
export const pairBody = z.strictObject({
  /** Eight characters; case, spaces and hyphens do not count. */
  code: z.string().check(z.minLength(1), z.maxLength(20)),
  name: z.optional(browserName),
  /** Version of the extension. */
  version: z.string().check(z.minLength(1), z.maxLength(40)),
});
export const noticeShownBody = z.strictObject({ notice: z.int().check(z.minimum(1)) });

export const stateAnswer = z.object({ setUp: z.boolean(), version: z.string() });
export const enrolStartAnswer = z.object({
  kind: z.enum(["setup", "invite", "reenrol"]),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  /** Base32, 160 bits, for whoever can't scan. */
  secret: z.string(),
  /** otpauth:// address, for the QR code. */
  uri: z.string(),
});
/** Ten codes, shown this once. */
export const recoveryCodesAnswer = z.object({ recoveryCodes: z.array(z.string()) });
export const signInAnswer = z.object({ token: z.string(), record: personRow });

/** A row of `browsers` as PocketBase answers it. */
export const browserRow = z.object({
  id: z.string(),
  name: z.string(),
  holder: z.enum(holders),
  device: z.enum(devices),
  user: z.string(),
  revoked: z.boolean(),
  pairedAt: z.string(),
  lastSeen: z.string(),
  appVersion: z.string(),
  adapters: z.nullable(
    z.array(
      z.object({
        id: z.string(),
        state: z.string(),
        misses: z.optional(z.array(z.object({ field: z.string(), count: z.int() }))),
      }),
    ),
  ),
  waiting: z.int(),
  refused: z.int(),
  /** Milliseconds by which the browser's clock is ahead. */
  clockOffset: z.int(),
  noticeAtDesk: z.int(),
  ownDeviceReason: z.string(),
  tokenIssued: z.string(),
  chainMismatch: z.boolean(),
  version: z.int(),
});
export type BrowserRow = z.infer<typeof browserRow>;

export const pairAnswer = z.object({
  token: z.string(),
  record: z.object({ id: z.string(), name: z.string(), holder: z.enum(holders), device: z.enum(devices) }),
  policy: policyAnswer,
});
export const referenceKeyAnswer = z.object({ referenceKey: z.string() });
