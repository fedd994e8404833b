import * as z from "zod/mini";
import { tidy } from "./tidy.ts";

export { isUnwritten, tidy } from "./tidy.ts";

/** Holds more than blanks and signs that nobody sees. */
export const visible = z.regex(/[^\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff]/);

const texts = new WeakSet<object>();

/**
 * Marks what people write in their own words, so that the server finds it in an act's `data` and screens it. A check that
 * is added afterwards makes another schema: mark the last one.
 */
export function written<Text extends z.ZodMiniType<string>>(text: Text): Text {
  texts.add(text);
  return text;
}

export const isWritten = (schema: object): boolean => texts.has(schema);

/** What a person writes, as it is kept: tidied, trimmed and at most `max` UTF-16 units; '' where nothing was said. */
export const sentenceOrNone = (max: number) =>
  written(z.string().check(z.overwrite(tidy), z.trim(), z.maxLength(max)));

/** The same where something has to be said. */
export const sentence = (max: number) =>
  written(z.string().check(z.overwrite(tidy), z.trim(), z.minLength(1), z.maxLength(max), visible));
