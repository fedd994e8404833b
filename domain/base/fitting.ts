import type * as z from "zod/mini";

/**
 * Whether a value fits a schema just as it stands, so that parsing it would answer an equal value. `true` is certain;
 * `false` says only that the schema is to be asked, which also knows why.
 */
export type Fits = (value: unknown) => boolean;

const never: Fits = () => false;

/**
 * Derives from a schema a check that costs a small part of parsing: in PocketBase's engine a parse takes 0.1 to 0.3 ms.
 * What it does not know (a refinement, a trim, a default) never fits, and so is left to the schema.
 */
export function fitting(schema: z.core.$ZodType): Fits {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const fits = ofType(def);
  return (def.checks ?? []).map(ofCheck).reduce(both, fits);
}

/** One after the other, and no list of them: a step of a loop costs the engine more than what is called in it. */
const both =
  (one: Fits, other: Fits): Fits =>
  (value) =>
    one(value) && other(value);

const either =
  (one: Fits, other: Fits): Fits =>
  (value) =>
    one(value) || other(value);

function ofType(def: z.core.$ZodTypes["_zod"]["def"]): Fits {
  switch (def.type) {
    case "string":
      return "format" in def ? never : (value) => typeof value === "string";
    case "number":
      return "format" in def && def.format === "safeint" ? Number.isSafeInteger : never;
    case "boolean":
      return (value) => typeof value === "boolean";
    case "literal":
      return oneOf(def.values);
    case "enum":
      return oneOf(Object.values(def.entries));
    case "optional": {
      const fits = fitting(def.innerType);
      return (value) => value === undefined || fits(value);
    }
    case "union":
      return def.options.map(fitting).reduce(either, never);
    case "array":
      return ofArray(fitting(def.element));
    case "tuple":
      return def.rest === null && def.items.every((item) => item._zod.def.type !== "optional")
        ? ofTuple(def.items.map(fitting))
        : never;
    case "object":
      return ofObject(def);
    default:
      return never;
  }
}

function oneOf(values: readonly unknown[]): Fits {
  const known = new Set(values);
  return (value) => known.has(value);
}

function ofArray(element: Fits): Fits {
  return (value) => {
    if (!Array.isArray(value)) return false;
    // By index: the engine makes three objects for each step of an iterator.
    for (let i = 0; i < value.length; i += 1) if (!element(value[i])) return false;
    return true;
  };
}

function ofTuple(items: readonly Fits[]): Fits {
  return (value) => {
    if (!Array.isArray(value) || value.length !== items.length) return false;
    for (let i = 0; i < items.length; i += 1) if (!(items[i] as Fits)(value[i])) return false;
    return true;
  };
}

interface Member {
  readonly name: string;
  readonly fits: Fits;
  readonly isRequired: boolean;
}

/** A member that is not named fits a loose object only; `__proto__` none, for a schema passes it over in silence. */
function ofObject({ shape, catchall }: z.core.$ZodObjectDef): Fits {
  const others = catchall?._zod.def.type ?? "never";
  if (others !== "never" && others !== "unknown") return never;
  const members: Member[] = Object.entries(shape).map(([name, member]) => {
    const { def } = (member as z.core.$ZodTypes)._zod;
    if (def.type !== "optional") return { name, fits: fitting(member), isRequired: true };
    // What is left out is not asked.
    return { name, fits: def.checks?.length ? never : fitting(def.innerType), isRequired: false };
  });
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const object = value as { readonly [name: string]: unknown };
    let found = 0;
    for (let i = 0; i < members.length; i += 1) {
      const { name, fits, isRequired } = members[i] as Member;
      const part = object[name];
      if (part !== undefined) {
        if (!fits(part)) return false;
        found += 1;
      } else if (isRequired) return false;
    }
    if (others === "unknown") return !Object.hasOwn(value, "__proto__");
    return Object.keys(value).length === found;
  };
}

function ofCheck(check: z.core.$ZodCheck): Fits {
  const { def } = (check as z.core.$ZodChecks)._zod;
  switch (def.check) {
    case "greater_than": {
      const { value: least, inclusive } = def;
      return (value) => (inclusive ? (value as number) >= Number(least) : (value as number) > Number(least));
    }
    case "less_than": {
      const { value: most, inclusive } = def;
      return (value) => (inclusive ? (value as number) <= Number(most) : (value as number) < Number(most));
    }
    case "min_length": {
      const { minimum } = def;
      return (value) => (value as { readonly length: number }).length >= minimum;
    }
    case "max_length": {
      const { maximum } = def;
      return (value) => (value as { readonly length: number }).length <= maximum;
    }
    case "string_format":
      return "pattern" in def && def.format === "regex" && def.pattern ? ofPattern(def.pattern) : never;
    default:
      return never;
  }
}

/** A pattern with `g` or `y` remembers where it was, and is left to the schema. */
function ofPattern(pattern: RegExp): Fits {
  return pattern.global || pattern.sticky ? never : (value) => pattern.test(value as string);
}

/**
 * Names of all members that a value which fits may have, at any depth, sorted.
 *
 * @throws {Error} If the schema has a loose object, whose members have any name.
 */
export function memberNames(schema: z.core.$ZodType): readonly string[] {
  const names = new Set<string>();
  const within = (one: z.core.$ZodType): void => {
    const { def } = (one as z.core.$ZodTypes)._zod;
    if (def.type === "optional") within(def.innerType);
    else if (def.type === "union") def.options.forEach(within);
    else if (def.type === "array") within(def.element);
    else if (def.type === "tuple") def.items.forEach(within);
    else if (def.type === "object") {
      if (def.catchall?._zod.def.type === "unknown")
        throw new Error("members of a loose object have any name");
      for (const [name, member] of Object.entries(def.shape)) {
        names.add(name);
        within(member);
      }
    }
  };
  within(schema);
  return [...names].sort();
}
