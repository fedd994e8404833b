import { passwordProblem, passwordTold } from "#domain/people/password";
import { refuse } from "../base/refusal.ts";

/** @throws {BadRequestError} Naming `password`, with a sentence that mends. */
export function requireGoodPassword(password: string, names: readonly string[]): void {
  const problem = passwordProblem(password, names);
  if (problem) refuse("password", problem, passwordTold[problem]);
}
