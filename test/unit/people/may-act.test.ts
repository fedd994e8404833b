import { expect, test } from "vitest";
import { type Action, acts } from "#domain/acts";
import { passesLeadOn, whyNot } from "#domain/may-act";
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

test.each<[who: string, leads: string[], only: string | undefined]>([
  ["the lead", ["lead", "deputy", "second"], "lead"],
  ["the deputy, where the lead can't sign in", ["deputy", "second"], "deputy"],
  ["any lead, where the deputy is none", ["second"], undefined],
])("the lead is passed on by %s", (_, leads, only) => {
  expect(passesLeadOn({ lead: "lead", deputyLead: "deputy" }, leads)).toBe(only);
});
