import type * as z from "zod/mini";
import { sentEvent } from "#domain/ledger/event";
import { browserKinds, details } from "#domain/ledger/event-kinds";

/** Numbers from 0 to 1, the same ones in every engine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a member may hold, good for some and bad for others; those that a schema takes are picked out by asking it. */
const texts: readonly string[] = [
  "",
  " ",
  "a",
  "patient",
  "two-words.3",
  "Two Words",
  "e00000000000001",
  "t00000000000001",
  "abcdefghijklmno",
  "901234",
  "AB-12",
  `k1:${"0a".repeat(32)}`,
  `k1:${"0A".repeat(32)}`,
  "cliniko:harbour.uk2",
  "orthanc:[::1]",
  "2026-11-24T09:30:00.000Z",
  "2026-02-30T09:30:00.000Z",
  "2026-11-24T09:30:00Z",
  "Sent because the ward asked for it.",
  'She said "now" \\ and left',
  "caf\u00e9 \u2028 \u{1f600}",
  "half \ud800 pair",
  "\u200b\u2060",
  "\u0000",
  "a\nb",
  "x".repeat(60),
  "x".repeat(61),
  "x".repeat(300),
  "x".repeat(301),
  `${"a".repeat(60)}:${"b".repeat(59)}`,
  `${"a".repeat(60)}:${"b".repeat(60)}`,
];
const numbers: readonly unknown[] = [
  0, -0, 1, 2, -1, 1.5, 100_000, 100_001, 1_000_000, 1_000_001, 9_007_199_254_740_991, 9_007_199_254_740_992,
  1e21,
];
const others: readonly unknown[] = [null, true, false, [], {}, [1], [[1, 2]], { v: 1 }, "null", "1"];

type Random = () => number;
const oneOf = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;
const anything = (random: Random): unknown => oneOf(random, [...texts, ...numbers, ...others]);

/** A value that a schema takes, made from what the schema says of itself. */
function good(schema: z.core.$ZodType, random: Random): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
      return good(def.innerType, random);
    case "union":
      return good(oneOf(random, def.options), random);
    case "literal":
      return oneOf(random, def.values);
    case "enum":
      return oneOf(random, Object.values(def.entries));
    case "array":
      return Array.from({ length: Math.floor(random() * 4) }, () => good(def.element, random));
    case "object": {
      const value: { [name: string]: unknown } = {};
      const members = Object.entries(def.shape).sort(() => random() - 0.5);
      for (const [name, member] of members)
        if (member._zod.def.type !== "optional" || random() < 0.5) value[name] = good(member, random);
      return value;
    }
    default:
      return oneOf(random, taken(schema));
  }
}

const examples = new Map<z.core.$ZodType, readonly unknown[]>();

function taken(schema: z.core.$ZodType): readonly unknown[] {
  let all = examples.get(schema);
  if (all === undefined) {
    const candidates = [...texts, ...numbers, true, false];
    all = candidates.filter((one) => (schema as z.ZodMiniType).safeParse(one).success);
    if (all.length === 0) throw new Error(`no example of a ${schema._zod.def.type}`);
    examples.set(schema, all);
  }
  return all;
}

/** Changes one place somewhere in a value, or adds or takes away a member. */
function changed(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random() < 0.1) return anything(random);
  if (Array.isArray(value)) {
    const at = Math.floor(random() * (value.length + 1));
    return random() < 0.3
      ? [...value, anything(random)]
      : value.map((one, i) => (i === at ? changed(one, random) : one));
  }
  const entries = Object.entries(value);
  const at = Math.floor(random() * entries.length);
  const how = random();
  if (how < 0.15) return Object.fromEntries(entries.filter((_, i) => i !== at));
  if (how < 0.3) return Object.fromEntries([...entries, [oneOf(random, names), anything(random)]]);
  // As JSON.parse makes it: a member of its own, not the prototype.
  if (how < 0.35)
    return JSON.parse(
      `${JSON.stringify(value).slice(0, -1)}${entries.length ? "," : ""}"__proto__":{"a":1}}`,
    );
  return Object.fromEntries(
    entries.map(([name, one], i) => [name, i === at ? changed(one, random) : one] as const),
  );
}
const names = ["user", "browser", "detail", "late", "v", "n", "constructor", "toString", "x"];

/** Events good and bad, the same ones at every call: of each kind that browsers send, as JSON gives them. */
export function* generatedEvents(count: number, seed = 1): Generator<unknown> {
  const random = randomFrom(seed);
  for (let i = 0; i < count; i += 1) {
    const kind = oneOf(random, browserKinds);
    const event = good(sentEvent, random) as { [name: string]: unknown };
    let value: unknown = { ...event, kind, detail: good(details[kind], random) };
    while (random() < 0.5) value = changed(value, random);
    yield value;
  }
}
