import { expect, test } from "vitest";
import { passwordProblem } from "#domain/people/password";
import { names, passwordCases } from "./password-cases.ts";

test.each(passwordCases)("%s: %s (%s)", (password, problem) => {
  expect(passwordProblem(password, names)).toBe(problem);
});
