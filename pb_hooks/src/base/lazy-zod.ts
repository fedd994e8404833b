import * as z from "zod/v4-mini";

/**
 * `zod/mini` as the server's bundle has it (scripts/building/build-parts.mjs): a schema is made when something first asks
 * it, not when its module is read. Each of PocketBase's engines reads all modules, two thousand schemas among them, and
 * a start, a command or a call asks a few: made at once they took an engine 0.2 s of the processor and 15 MB.
 * What is left out here is `zod/mini` itself, and made at once.
 */
export * from "zod/v4-mini";

type Made = z.ZodMiniType;
// biome-ignore lint/suspicious/noExplicitAny: the arguments are whatever the function that is put off takes
type Maker = (...given: any[]) => unknown;

/** Stands for a schema, or a check, which it makes when it is first asked for anything. */
class Later {
  readonly make: () => Made;
  constructor(make: () => Made) {
    this.make = make;
  }
  check(...checks: never[]) {
    return new (this.constructor as typeof Later)(() => made(this).check(...checks));
  }
}

/** Stands for the schema of an object. */
class LaterObject extends Later {}

for (const name of ["_zod", "def", "type", "parse", "safeParse", "clone"]) askedOf(Later, name);
askedOf(LaterObject, "shape");

function askedOf(kind: typeof Later, name: string): void {
  Object.defineProperty(kind.prototype, name, {
    get(this: Later) {
      return (made(this) as unknown as Record<string, unknown>)[name];
    },
  });
}

/** Makes it, and keeps with the one that stands for it what parsing asks at each value. */
function made(later: Later): Made {
  const one = later.make();
  Object.defineProperties(later, { make: { value: () => one }, _zod: { value: one._zod } });
  return one;
}

function putOff<Real extends Maker>(real: Real, Kind = Later): Real {
  let plain: Made | undefined;
  // Those without an argument are all alike: one is made for all who stand for it.
  const alike = () => {
    plain ??= real() as Made;
    return plain;
  };
  const later: Maker = (...given) => new Kind(given.length === 0 ? alike : () => real(...given) as Made);
  return later as Real;
}

export const array = /* @__PURE__ */ putOff(z.array);
export const boolean = /* @__PURE__ */ putOff(z.boolean);
export const discriminatedUnion = /* @__PURE__ */ putOff(z.discriminatedUnion);
export const email = /* @__PURE__ */ putOff(z.email);
export const extend = /* @__PURE__ */ putOff(z.extend, LaterObject);
export const int = /* @__PURE__ */ putOff(z.int);
export const literal = /* @__PURE__ */ putOff(z.literal);
export const looseObject = /* @__PURE__ */ putOff(z.looseObject, LaterObject);
export const maximum = /* @__PURE__ */ putOff(z.maximum);
export const maxLength = /* @__PURE__ */ putOff(z.maxLength);
export const minimum = /* @__PURE__ */ putOff(z.minimum);
export const minLength = /* @__PURE__ */ putOff(z.minLength);
export const normalize = /* @__PURE__ */ putOff(z.normalize);
export const nullable = /* @__PURE__ */ putOff(z.nullable);
export const number = /* @__PURE__ */ putOff(z.number);
export const object = /* @__PURE__ */ putOff(z.object, LaterObject);
export const optional = /* @__PURE__ */ putOff(z.optional);
export const overwrite = /* @__PURE__ */ putOff(z.overwrite);
export const partialRecord = /* @__PURE__ */ putOff(z.partialRecord);
export const pick = /* @__PURE__ */ putOff(z.pick, LaterObject);
export const pipe = /* @__PURE__ */ putOff(z.pipe);
export const record = /* @__PURE__ */ putOff(z.record);
export const refine = /* @__PURE__ */ putOff(z.refine);
export const regex = /* @__PURE__ */ putOff(z.regex);
export const strictObject = /* @__PURE__ */ putOff(z.strictObject, LaterObject);
export const string = /* @__PURE__ */ putOff(z.string);
export const toLowerCase = /* @__PURE__ */ putOff(z.toLowerCase);
export const transform = /* @__PURE__ */ putOff(z.transform);
export const trim = /* @__PURE__ */ putOff(z.trim);
export const tuple = /* @__PURE__ */ putOff(z.tuple);
export const union = /* @__PURE__ */ putOff(z.union);
export const unknown = /* @__PURE__ */ putOff(z.unknown);
const given = /* @__PURE__ */ putOff(z._default);
const oneOf = /* @__PURE__ */ putOff(z.enum);

const nothing = /* @__PURE__ */ putOff(z.null);

export { given as _default, nothing as null, oneOf as enum };
