import { refuse } from "../base/refusal.ts";
import { matchingStep } from "./authenticator.ts";
import { newRecoveryCodes } from "./recovery-codes.ts";
import { bareCode, sealed } from "./secrets.ts";

/**
 * Gives a person the password and authenticator that they chose, and ends whatever they had before. The code that
 * proves the authenticator is spent: it does not also sign in.
 *
 * @returns The recovery codes to show this once.
 * @throws {BadRequestError} Naming `code`, if it is not this authenticator's.
 */
export function enrolPerson(person: pb.Record, secret: string, password: string, code: string): string[] {
  const step = matchingStep(secret, bareCode(code), Date.now());
  if (step === undefined) {
    refuse("code", "wrong-code", "This is not the code that the app shows now. Is the phone’s clock right?");
  }
  const recovery = newRecoveryCodes();
  person.setPassword(password);
  person.refreshTokenKey();
  person.set("totpSecret", sealed(secret));
  person.set("totpCounter", step);
  person.set("recoveryCodes", recovery.kept);
  person.set("enrolled", true);
  person.set("invitedUntil", "");
  person.set("version", person.getInt("version") + 1);
  return recovery.shown;
}
