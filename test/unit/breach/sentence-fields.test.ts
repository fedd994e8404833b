import { expect, test } from "vitest";
import * as z from "zod/mini";
import { sentence } from "#domain/base/sentence";
import { actionActs, breachActs, trainingActs } from "#domain/registers/incidents/acts";
import { weeklyReviewActs } from "#domain/registers/reviews/acts";
import { sentenceFields } from "#domain/registers/screened";

interface Property {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly anyOf?: readonly Property[];
}

/** What a sentence must hold says nothing about what it says. */
const { pattern: anySentence } = z.toJSONSchema(sentence(1)) as Property;

/** A text that people write as they like: neither an id, an instant, nor one of some words. */
const isFree = ({ type, pattern, enum: words, const: one, anyOf }: Property): boolean =>
  anyOf?.some(isFree) ??
  (type === "string" &&
    (pattern === undefined || pattern === anySentence) &&
    words === undefined &&
    one === undefined);

/** Chosen by code, not written: the key of a question, the digits of the second factor. */
const noSentence = ["breaches.answer key", "reviews.sign code"];

test("every text that an act of the register takes is one that the server screens", () => {
  const free = Object.entries({ ...breachActs, ...actionActs, ...trainingActs, ...weeklyReviewActs }).flatMap(
    ([name, { data }]) => {
      const { properties = {} } = z.toJSONSchema(data, { io: "input" }) as {
        properties?: Record<string, Property>;
      };
      return Object.entries(properties).flatMap(([field, shape]) => (isFree(shape) ? [[name, field]] : []));
    },
  );
  expect(free.length).toBeGreaterThan(25);
  const unscreened = free
    .filter(([, field = ""]) => !sentenceFields.includes(field))
    .map(([name, field]) => `${name} ${field}`);
  expect(unscreened.sort()).toEqual(noSentence);
});
