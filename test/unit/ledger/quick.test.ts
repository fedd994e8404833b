import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { canonicalJson } from "#domain/base/canonical-json";
import { fitting, memberNames } from "#domain/base/fitting";
import { parsedBySchemas, parseEvent } from "#domain/ledger/check-event";
import { details, quickDetailText } from "#domain/ledger/event-kinds";
import { canonicalBody, type PersonalPart, personalColumns, plainBodyText } from "#domain/ledger/ledger";
import { generatedEvents } from "./generated-events.ts";

describe("what is judged quickly is judged as the schemas judge", () => {
  test("10,000 events, good and bad: taken alike, refused for the same field and reason", () => {
    let good = 0;
    const refused = new Map<string, number>();
    for (const event of generatedEvents(10_000)) {
      const answer = parseEvent(event);
      expect(answer).toStrictEqual(parsedBySchemas(event));
      if ("reason" in answer) refused.set(answer.reason, (refused.get(answer.reason) ?? 0) + 1);
      else {
        good += 1;
        expect(answer.detail).toBe(canonicalJson(answer.event.detail));
      }
    }
    // Else the set says nothing.
    expect(good).toBeGreaterThan(1_000);
    expect(refused.get("invalid")).toBeGreaterThan(2_000);
    expect(refused.get("unknown-field")).toBeGreaterThan(200);
  });

  test("a good event whose texts are plain needs no schema, of any kind", () => {
    const seen = new Map<string, number>();
    for (const event of generatedEvents(5_000, 2)) {
      const answer = parsedBySchemas(event);
      if ("reason" in answer || /[^ -~]|\\/.test(answer.detail)) continue;
      const { kind, detail } = answer.event;
      expect(quickDetailText(kind, detail)).toBe(answer.detail);
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    expect(Math.min(...seen.values())).toBeGreaterThan(20);
    expect(seen.size).toBe(10);
  });

  test("every kind of event is checked so", () => {
    for (const schema of Object.values(details)) expect(() => memberNames(schema)).not.toThrow();
  });
});

describe("what a check does not know is left to the schema", () => {
  test.each<[string, z.ZodMiniType, unknown]>([
    ["a text that is trimmed", z.string().check(z.trim()), "a"],
    ["a refinement", z.string().check(z.refine(() => false)), "a"],
    ["a form of zod's own", z.email(), "a@b.example"],
    ["a number that need not be whole", z.number(), 1],
    ["a pattern that remembers", z.string().check(z.regex(/a/g)), "a"],
    ["a default", z.object({ a: z._default(z.int(), 1) }), {}],
    ["other members by a schema", z.catchall(z.object({}), z.int()), { a: 1 }],
    ["a refined object", z.object({ a: z.int() }).check(z.refine(() => false)), { a: 1 }],
    [
      "a refined member that may be left out",
      z.object({ a: z.optional(z.int()).check(z.refine(() => false)) }),
      { a: 1 },
    ],
    ["a member that is dropped", z.object({ a: z.int() }), { a: 1, b: 2 }],
    ["a tuple with more", z.tuple([z.int()], z.int()), [1, 2]],
  ])("%s", (_, schema, value) => expect(fitting(schema)(value)).toBe(false));

  test("a loose object has no list of its members", () => {
    expect(() => memberNames(z.strictObject({ a: z.looseObject({}) }))).toThrow("any name");
  });
});

describe("the plain form of a body", () => {
  const cell = fc.oneof(
    { weight: 20, arbitrary: fc.stringMatching(/^[a-z0-9:.-]{0,20}$/) },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );
  const rows = fc
    .record({
      ...Object.fromEntries(personalColumns.map((column) => [column, cell])),
      n: fc.oneof(
        fc.integer(),
        fc.constant(0),
        fc.constant(-0),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
      detail: fc.oneof(
        fc.constant(""),
        fc.json().map((text) => canonicalJson(JSON.parse(text))),
      ),
    })
    .map((row) => row as unknown as PersonalPart);

  test("is the canonical body, or there is none", () => {
    let plain = 0;
    fc.assert(
      fc.property(rows, (row) => {
        const text = plainBodyText(row);
        if (text === undefined) return;
        plain += 1;
        expect(text).toBe(canonicalBody(row));
      }),
      { numRuns: 2_000 },
    );
    expect(plain).toBeGreaterThan(300);
  });
});
