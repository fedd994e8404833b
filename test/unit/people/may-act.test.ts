import { expect, test } from "vitest";
import { type Action, acts } from "#domain/acts";
import { whyNot } from "#domain/may-act";
import { roles } from "#domain/roles";
import { mayAct, mayActCases } from "./may-act-cases.ts";

test.each(Object.keys(acts) as Action[])("%s", (action) => {
  for (const role of roles) {
    expect(whyNot({ id: "me", role }, action) === undefined, role).toBe(mayAct[action].includes(role));
  }
});

test.each(mayActCases())("%s", (_, refusal, may) => {
  expect(refusal === undefined).toBe(may);
});
