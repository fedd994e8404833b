import { expect, test } from "vitest";
import * as z from "zod/mini";
import { type Action, acts, ruleOf } from "#domain/acts";
import { sentence } from "#domain/base/sentence";
import { isOwnPart, ownQuestions } from "#domain/registers/incidents/ico-form";
import { icoQuestions } from "#domain/registers/incidents/ico-questions";
import { writtenFields } from "#domain/registers/screened";

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

/** Chosen by code, not written: an answer that a template offers, the key of a question, the digits of the second factor. */
const noSentence = ["audit_lines.tick answer", "breaches.answer key", "reviews.sign code"];

test("every text that an act takes is marked as written: by that mark the server finds what it screens", () => {
  const free = (Object.keys(acts) as Action[]).flatMap((name) => {
    const { properties = {} } = z.toJSONSchema(acts[name].data, { io: "input" }) as {
      properties?: Record<string, Property>;
    };
    return Object.entries(properties).flatMap(([field, shape]) =>
      isFree(shape) ? [[name, field] as const] : [],
    );
  });
  expect(free.length).toBeGreaterThan(30);
  const unmarked = free
    .filter(([name, field]) => !writtenFields(acts[name].data).includes(field))
    .map(([name, field]) => `${name} ${field}`);
  expect(unmarked.sort()).toEqual(noSentence);
});

test("what is marked is found where it may be left out, and among other kinds of value", () => {
  expect(writtenFields(acts["breaches.answer"].data)).toEqual(["value"]);
  expect(writtenFields(acts["completions.correct"].data)).toEqual(["what", "reason"]);
  expect(writtenFields(acts["breaches.notice"].data)).toEqual(["note", "reason"]);
  expect(writtenFields(acts["breaches.cause"].data)).toEqual(["other"]);
});

test("only what the clinic says of itself is not screened, and only its own contacts may stand in an answer", () => {
  const rules = (Object.keys(acts) as Action[]).map((name) => [name, ruleOf(name)] as const);
  expect(rules.flatMap(([name, { unscreened }]) => (unscreened ? [name] : []))).toEqual([
    "clinic.change",
    "clinic.exactOn",
    "notices.record",
  ]);
  expect(rules.flatMap(([name, { asksForOwn }]) => (asksForOwn ? [name] : []))).toEqual([
    "breaches.answer",
    "shares.record",
    "releases.add",
    "policy_versions.add",
    "policy_claims.settle",
    "suppliers.add",
    "suppliers.change",
  ]);
  const own = icoQuestions.filter(({ part }) => isOwnPart(part)).map(({ key }) => key);
  expect([...ownQuestions].sort()).toEqual(own.sort());
});
