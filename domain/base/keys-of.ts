import * as z from "zod/mini";

/** The keys of a table of words, as a schema's list of values takes them. */
export const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>): [Key, ...Key[]] =>
  Object.keys(words) as [Key, ...Key[]];

/** One of these keys. */
export const oneOf = <Key extends string>(words: Readonly<Record<Key, string>>) => z.enum(keysOf(words));

/** One of these keys, or '' where nothing was said. */
export const oneOfOrNone = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  z.union([oneOf(words), z.literal("")]);
