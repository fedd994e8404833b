import type * as z from "zod/mini";
import { health, sentEvent } from "#domain/ledger/event";
import { browserKinds, details } from "#domain/ledger/event-kinds";

/** A lone given name is not found in what people write, which the screen promises nobody. */
const loneGiven = ["1.2.3-agnieszka", "k1:Agnieszka"];

/** Texts that name somebody, or that nobody may write, as somebody might hide them in a field of any form. */
export const plants: readonly string[] = [
  "Agnieszka Wojcik",
  "Agnieszka-Wojcik",
  "agnieszka-wojcik",
  "agnieszkawojcik",
  "cliniko:agnieszka-wojcik",
  "cliniko:agnieszkawojcik.uk2",
  "orthanc:wojcik.agnieszka.example",
  "agnieszka:wojcik",
  "9434765919",
  "cliniko:9434765919",
  "9434765919abcde",
  "12-03-1961",
  ...loneGiven,
  "left\u202eright",
  "nul\u0000nul",
  "long".repeat(1_000),
];

/** What is planted in a field: its path in the event. */
export const plantsAt = (path: readonly string[]): readonly string[] =>
  path.join(".") === "detail.sentence" ? plants.filter((plant) => !loneGiven.includes(plant)) : plants;

/** What of them must stand nowhere afterwards. */
export const mustBeNowhere: readonly string[] = [
  "agnieszka",
  "wojcik",
  "943476591",
  "12-03-1961",
  "left\u202eright",
  "nul\u0000nul",
  "longlonglong",
];

const seen = {
  strength: "strong",
  kinds: [{ kind: "name", count: 1 }],
  unreadable: "locked",
} as const;
const late = { browser: "b1c2d3e4f5g6h7i", n: 1, user: "u1c2d3e4f5g6h7i" };
const ofRecord = {
  v: 2,
  adapter: 2,
  late,
  page: "treatment-note",
  item: "12",
  what: "letter",
  results: 1,
};
const detailOf = (kind: (typeof browserKinds)[number]): object => {
  if (kind === "mail.held")
    return {
      v: 1,
      late,
      adapter: "roundcube",
      how: "chosen",
      files: 1,
      ...seen,
      recipients: { own: 1, approved: 0, patient: 0, outside: 0, unknown: 0 },
      shown: ["seen.names", "frame.back"],
      detector: "rules-1",
    };
  if (kind === "mail.outcome")
    return {
      v: 1,
      late,
      adapter: "roundcube",
      outcome: "sent-anyway",
      files: 1,
      strength: "strong",
      reason: "other",
      sentence: "The portal is down.",
    };
  if (kind === "browser.gap") return { v: 1, late, why: "outbox-full", events: 3 };
  return kind === "notice.shown" ? { v: 1, late, notice: 1, desk: true } : ofRecord;
};

/** A good event of each kind with all that a browser may give, but for who was picked. */
export const wholeEvents = (id: (i: number) => string, from: number) =>
  browserKinds.map((kind, i) => ({
    id: id(from + i),
    n: from + i,
    kind,
    occurredAt: new Date().toISOString(),
    system: "cliniko:harbour.uk2",
    recordRef: "48213",
    recordKind: "patient",
    account: `k1:${"a1".repeat(32)}`,
    trace: `q1w2e3r4t5y6u${String(10 + i)}`,
    detail: detailOf(kind),
  }));

export const wholeHealth = {
  version: "0.9.1",
  adapters: [{ id: "roundcube", state: "watching", misses: [{ field: "recipients", count: 2 }] }],
  waiting: 0,
};

export type Path = readonly string[];

/** Where a schema takes a text: derived from it, so that no field is forgotten. */
function textsOf(schema: z.core.$ZodType, path: Path = []): Path[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "string":
    case "enum":
      return [path];
    case "literal":
      return def.values.some((value) => typeof value === "string") ? [path] : [];
    case "optional":
      return textsOf(def.innerType, path);
    case "union":
      return def.options.flatMap((option) => textsOf(option, path));
    case "array":
      return textsOf(def.element, [...path, "0"]);
    case "object":
      return Object.entries(def.shape).flatMap(([name, part]) => textsOf(part, [...path, name]));
    default:
      return [];
  }
}
const once = (paths: readonly Path[]): Path[] =>
  [...new Set(paths.map((path) => path.join(".")))].map((path) => path.split("."));

/** Every text of an event of this kind. */
export const textsOfEvent = (kind: (typeof browserKinds)[number]): Path[] =>
  once([...textsOf(sentEvent), ...textsOf(details[kind], ["detail"])]);

export const textsOfHealth = (): Path[] => once(textsOf(health));

/** A copy with another value at a path. */
export function withAt<Value>(whole: Value, [name = "", ...rest]: Path, value: unknown): Value {
  const copy: { [name: string]: unknown } | unknown[] = Array.isArray(whole)
    ? [...whole]
    : { ...(whole as { [name: string]: unknown }) };
  const members = copy as { [name: string]: unknown };
  members[name] = rest.length === 0 ? value : withAt(members[name] ?? {}, rest, value);
  return copy as Value;
}
