import { describe, expect, test } from "vitest";
import type { Recogniser } from "#domain/detector/recogniser";
import { recognisers } from "#domain/detector/recognisers";

const sees = (recogniser: Recogniser, text: string) => {
  const heading = text.split("\n", 1)[0] ?? "";
  return [...recogniser.see({ text, heading })];
};

describe.each(recognisers.map((recogniser): [string, Recogniser] => [recogniser.name, recogniser]))(
  "%s",
  (_, recogniser) => {
    test.each(recogniser.flags)("flags %j", (text) => {
      const seen = sees(recogniser, text);
      expect(seen).not.toEqual([]);
      for (const { start, end } of seen) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    });
    test.each(recogniser.passes)("lets %j pass", (text) => {
      expect(sees(recogniser, text)).toEqual([]);
    });
    test("says where its format comes from", () => expect(recogniser.source.length).toBeGreaterThan(10));
  },
);
