import { describe, expect, test } from "vitest";
import { lateOf, type Pairing, seatBefore } from "#domain/ledger/late";

const [amy, tom] = ["amy".padEnd(15, "a"), "tom".padEnd(15, "t")];
const before = "before".padEnd(15, "b");
const personOf = (owner: string): Pairing => ({ holder: "person", owner });
const desk: Pairing = { holder: "desk", owner: "" };
const claim = (user?: string) => ({ browser: before, n: 3, ...(user && { user }) });

describe("whose a late event is", () => {
  test.each<[string, ReturnType<typeof claim>, Pairing | undefined, Pairing, string]>([
    ["the same owner's, by the server's own row", claim(amy), personOf(amy), personOf(amy), amy],
    ["nobody's, when somebody else owns the browser now", claim(amy), personOf(amy), personOf(tom), ""],
    ["nobody's, when it was a desk and is a person's now", claim(), desk, personOf(tom), ""],
    ["nobody's, when it was a person's and is a desk now", claim(amy), personOf(amy), desk, ""],
    [
      "nobody's, when the claim names today's owner and the row somebody else",
      claim(tom),
      personOf(amy),
      personOf(tom),
      "",
    ],
    [
      "today's owner's, when the server no longer knows the browser and the claim agrees",
      claim(tom),
      undefined,
      personOf(tom),
      tom,
    ],
    [
      "nobody's, when it doesn't know it and the claim names another",
      claim(amy),
      undefined,
      personOf(tom),
      "",
    ],
    ["nobody's, when it doesn't know it and it was a desk", claim(), undefined, personOf(tom), ""],
  ])("%s", (_, late, known, now, owner) => expect(seatBefore(late, known, now).owner).toBe(owner));

  test.each<[string, Pairing | undefined, Pairing, boolean]>([
    ["a desk that the server knows", desk, personOf(tom), true],
    ["an unknown desk, at a desk", undefined, desk, true],
    ["an unknown desk, in a person's browser: it could name anybody", undefined, personOf(tom), false],
    ["a person's browser", personOf(amy), desk, false],
  ])("who was picked counts: %s", (_, known, now, mayChoose) =>
    expect(seatBefore(claim(), known, now).mayChoose).toBe(mayChoose),
  );
});

test("what is said of an earlier pairing has one form", () => {
  const of = (late: unknown) => lateOf({ detail: { v: 1, late } as { v: number } });
  expect(of(claim(amy))).toEqual(claim(amy));
  for (const bad of [
    undefined,
    null,
    {},
    { browser: before },
    { browser: "x", n: 1 },
    { browser: before, n: 0 },
    { ...claim(), more: 1 },
  ])
    expect(of(bad)).toBeUndefined();
});
