import { expect, test } from "vitest";
import { backFrom, signInAddress } from "#lib/sign-in-address.ts";

const base = "https://chaperone.harbour.example";

test.each([
  ["/log?kind=mail&entry=41", "/log?kind=mail&entry=41"],
  [null, "/"],
  ["//evil.example/log", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["log", "/"],
])("%s leads back to %s", (back, expected) => {
  expect(backFrom(back, base)).toBe(expected);
});

test("the sign-in remembers the page, but not the first one", () => {
  expect(signInAddress({ pathname: "/log", search: "?kind=mail" })).toBe(
    "/sign-in?back=%2Flog%3Fkind%3Dmail",
  );
  expect(signInAddress({ pathname: "/", search: "" })).toBe("/sign-in");
});
