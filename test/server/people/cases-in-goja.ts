import { type Action, acts } from "#domain/acts";
import { whyNot } from "#domain/may-act";
import { passwordProblem } from "#domain/people/password";
import { roles } from "#domain/roles";
import { mayAct, mayActCases } from "../../unit/people/may-act-cases.ts";
import { names, passwordCases } from "../../unit/people/password-cases.ts";

/** The cases of the domain about people whose answer is another one than in the table. */
export function failures(): string[] {
  const failed: string[] = [];
  for (const [password, problem, about] of passwordCases) {
    if (passwordProblem(password, names) !== problem) failed.push(`password: ${about}`);
  }
  for (const action of Object.keys(acts) as Action[]) {
    for (const role of roles) {
      if ((whyNot({ id: "me", role }, action) === undefined) !== mayAct[action].includes(role))
        failed.push(`${role}: ${action}`);
    }
  }
  for (const [about, refusal, may] of mayActCases()) if ((refusal === undefined) !== may) failed.push(about);
  return failed;
}
