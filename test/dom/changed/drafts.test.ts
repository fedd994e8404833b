import { afterEach, expect, it } from "vitest";
import { type DraftOf, draftsOf } from "#lib/state/sentence-drafts.ts";

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const at = (version: number, more: Partial<DraftOf> = {}) =>
  draftsOf("user00000000001", "The lead’s advice", { id: "breach000000001", version, ...more });

it("a draft knows the version that it was begun upon, until it is sent or thrown away", () => {
  at(3).keep("reason", "It is likely to be read.");
  expect([at(3).isOlder, at(4).isOlder]).toEqual([false, true]);
  expect(at(4).read("reason")).toBe("It is likely to be read.");
  // Written on, it is still the draft that was begun then.
  at(4).keep("reason", "It is likely to be read soon.");
  expect(at(4).isOlder).toBe(true);
  at(4).drop();
  expect(localStorage).toHaveLength(0);
  expect(at(4).isOlder).toBe(false);
});

it("one whose fields are all empty again is none", () => {
  at(3).keep("reason", "It is likely.");
  at(3).keep("reason", " ");
  expect(localStorage).toHaveLength(0);
});

it("one of an older Chaperone says nothing about its version", () => {
  localStorage.setItem("chaperone-draft:user00000000001:breach000000001:The lead’s advice:reason", "It is.");
  expect([at(9).read("reason"), at(9).isOlder]).toEqual(["It is.", false]);
});

it("of a confidential case it stays in this tab", () => {
  at(1, { confidential: true }).keep("reason", "It is.");
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 2]);
});
