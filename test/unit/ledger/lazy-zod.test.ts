import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import * as lazy from "../../../pb_hooks/src/base/lazy-zod.ts";
import { root } from "../../../scripts/base/root.mjs";

/** One schema of everything that the domain makes schemas of, by either. */
function schemaBy(of: typeof z) {
  const name = of.string().check(of.trim(), of.minLength(2), of.maxLength(20), of.regex(/^[A-Za-z ]+$/));
  const day = of.object({ at: of.string(), hours: of.int().check(of.minimum(0), of.maximum(24)) });
  return of.strictObject({
    name,
    mail: of.optional(of.string().check(of.toLowerCase(), of.email())),
    said: of.nullable(
      of.string().check(
        of.normalize("NFC"),
        of.overwrite((text) => text.replace("!", "")),
      ),
    ),
    days: of.array(of.extend(day, { note: of.string() })),
    kind: of.enum(["one", "two"]),
    part: of.pick(day, { at: true }),
    void: of.null(),
    none: of.literal(""),
    is: of.discriminatedUnion("v", [
      of.looseObject({ v: of.literal(1), yes: of.boolean() }),
      of.object({ v: of.literal(2), n: of.number().check(of.refine((n) => n > 3, "too small")) }),
    ]),
    pair: of.tuple([of.string(), of.union([of.int(), of.literal("")])]),
    counts: of.partialRecord(of.enum(["a", "b"]), of.int()),
    all: of.record(of.string(), of.unknown()),
    by: of._default(of.string(), "nobody"),
    list: of.pipe(
      of.nullable(of.array(of.string())),
      of.transform((list) => list ?? []),
    ),
  });
}

const good = {
  name: " Priya Raman ",
  mail: "Priya@Harbour.example",
  said: "Cafe\u0301!",
  days: [{ at: "2026-11-30", hours: 8, note: "" }],
  kind: "two",
  part: { at: "2026-11-30" },
  void: null,
  none: "",
  is: { v: 1, yes: true, more: 1 },
  pair: ["a", ""],
  counts: { a: 1 },
  all: { anything: [1] },
  list: null,
};

describe("a schema that is made when it is asked", () => {
  const plain = schemaBy(z);
  const put = schemaBy(lazy as unknown as typeof z);

  test("answers what zod’s own answers", () => {
    expect(put.parse(good)).toEqual(plain.parse(good));
    expect(put.parse(good)).toMatchObject({ name: "Priya Raman", said: "Caf\u00e9", by: "nobody", list: [] });
  });
  test.each([
    ["name", "x"],
    ["name", "Pr1ya"],
    ["name", undefined],
    ["mail", "nobody"],
    ["said", 3],
    ["days", [{ at: "2026-11-30", hours: 25, note: "" }]],
    ["days", [{ at: "2026-11-30", hours: 8 }]],
    ["kind", "three"],
    ["none", "some"],
    ["is", { v: 2, n: 2 }],
    ["is", { v: 3 }],
    ["pair", ["a", 1.5]],
    ["counts", { c: 1 }],
    ["all", []],
    ["unknown", 1],
  ])("refuses with the same words: %s %j", (field, value) => {
    const bad = { ...good, [field]: value };
    const refusal = put.safeParse(bad);
    expect(refusal.success).toBe(false);
    expect(refusal.error?.issues).toEqual(plain.safeParse(bad).error?.issues);
  });
  test("shows its shape, and goes into a schema in JSON", () => {
    expect(Object.keys(put.shape)).toEqual(Object.keys(plain.shape));
    expect("shape" in put.shape.name).toBe(false);
    const told = { ...plain.shape, said: plain.shape.name, list: plain.shape.name };
    const same = { ...put.shape, said: put.shape.name, list: put.shape.name };
    expect(lazy.toJSONSchema(lazy.object(same))).toEqual(z.toJSONSchema(z.object(told)));
  });
  test("is not made before", () => {
    const look = vi.fn(() => "one");
    const values = Object.defineProperty(["one"], 0, { get: look }) as ["one"];
    z.enum(values);
    expect(look).toHaveBeenCalled();
    look.mockClear();
    const later = lazy.enum(values);
    expect(look).not.toHaveBeenCalled();
    expect(later.parse("one")).toBe("one");
    expect(look).toHaveBeenCalled();
  });
  test("is made once", () => {
    const later = lazy.object({ one: lazy.string() });
    const { _zod } = later;
    expect(later.check()._zod).not.toBe(_zod);
    expect(later._zod).toBe(_zod);
    expect(later.def).toBe(_zod.def);
  });
});

test("whatever the domain makes schemas of is put off", () => {
  const files = globSync("{domain,pb_hooks/src}/**/*.ts", { cwd: root }).filter(
    (file) => !/lazy-zod/.test(file),
  );
  const text = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  const used = new Set([...text.matchAll(/\bz\.([a-z_]\w*)\(/g)].map(([, name = ""]) => name));
  expect(used.size).toBeGreaterThan(25);
  const own = new Map<string, unknown>(Object.entries(z));
  const atOnce = Object.entries(lazy).flatMap(([name, made]) =>
    used.has(name) && made === own.get(name) ? [name] : [],
  );
  expect(atOnce).toEqual(["toJSONSchema"]);
});
