import * as fc from "fast-check";
import { expect, test } from "vitest";
import { firstOutside, rangesOf } from "#domain/base/seq-ranges";
import { Gaps } from "#domain/ledger/gaps";

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((list) => list.sort((a, b) => a - b));

test("numbers that follow each other are one stretch", () => {
  expect(rangesOf([1, 2, 3, 7, 9, 10])).toEqual([
    [1, 3],
    [7, 7],
    [9, 10],
  ]);
});

test("the first number outside is the first that a search by hand finds", () => {
  fc.assert(
    fc.property(numbers, numbers, (some, others) => {
      expect(firstOutside(rangesOf(some), rangesOf(others))).toBe(some.find((seq) => !others.includes(seq)));
    }),
  );
});

test("a gap that is filled in any order is none", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([4, 5, 6, 7, 8]), (filled) => {
      const gaps = new Gaps();
      gaps.open(4, 8);
      for (const seq of filled) {
        expect(gaps.fill(seq)).toBe(true);
        expect(gaps.fill(seq)).toBe(false);
      }
      expect(gaps.first()).toBe([4, 5, 6, 7, 8].find((seq) => !filled.includes(seq)));
    }),
  );
});
