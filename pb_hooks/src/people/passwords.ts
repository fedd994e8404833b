import { passwordProblem, passwordTold } from "#domain/password";
import { refuse } from "./refusal.ts";

/** @throws {BadRequestError} Naming `password`, with a sentence that mends. */
export function requireGoodPassword(password: string, names: readonly string[]): void {
  const problem = passwordProblem(password, names);
  if (problem) refuse("password", problem, passwordTold[problem]);
}
