import { describe, expect, test } from "vitest";
import {
  addressesIn,
  countsOf,
  groupOf,
  outsideSince,
  recipientsFrom,
  staysInside,
} from "../../../extension/guard/message/recipients.ts";

const domains = { ownDomains: ["harbour.example"], approvedDomains: ["@nhs.example"] };

describe("addresses in a field or chip", () => {
  test.each([
    ["a@b.example, c@d.example,", ["a@b.example", "c@d.example"], []],
    ['"Arkwright, Lettie" <lettie@harbour.example>', ["lettie@harbour.example"], []],
    ["Lettie Arkwright", [], ["Lettie Arkwright"]],
    ["A.B@Harbour.EXAMPLE", ["a.b@harbour.example"], []],
    [" , ;", [], []],
    ["o'neil@x.example\nJoss", ["neil@x.example"], ["Joss"]],
  ])("%s", (text, addresses, unresolved) => {
    expect(addressesIn(text)).toEqual({ addresses, unresolved });
  });
});

describe("where an address stands to the clinic", () => {
  test.each([
    ["maya@harbour.example", "own"],
    ["maya@desk.harbour.example", "own"],
    ["maya@notharbour.example", "outside"],
    ["maya@harbour.example.evil.example", "outside"],
    ["gp@nhs.example", "approved"],
  ] as const)("%s is %s", (address, group) => {
    expect(groupOf(address, domains)).toBe(group);
  });
});

test("each address counts once, and a chip that can't be resolved is unknown", () => {
  const all = recipientsFrom(["a@x.example", "A@x.example, Lettie"], domains);
  expect(countsOf(all)).toEqual({ own: 0, approved: 0, patient: 0, outside: 1, unknown: 1 });
});

test.each([
  ["nobody yet", [], false],
  ["only colleagues", ["maya@harbour.example"], true],
  ["a colleague and an unknown", ["maya@harbour.example, Somebody"], false],
  ["a colleague and an approved address", ["maya@harbour.example, gp@nhs.example"], true],
])("a message to %s stays inside: %s", (_, texts, inside) => {
  expect(staysInside(recipientsFrom(texts, domains))).toBe(inside);
});

test("an outside address added after a document was let in is found, a colleague is not", () => {
  const then = recipientsFrom(["gp@surgery.example"], domains);
  const now = recipientsFrom(["gp@surgery.example, claims@insurer.example, maya@harbour.example"], domains);
  expect(outsideSince(now, then).map(({ shown }) => shown)).toEqual(["claims@insurer.example"]);
});
