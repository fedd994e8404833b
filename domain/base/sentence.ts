import * as z from "zod/mini";

/**
 * Control characters but tab and line breaks, and signs that turn the direction of writing: pasted text brings them
 * along, a Word document cannot hold the first, and the second show another text than the one that is kept.
 */
const unwritten =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Takes out what nobody writes. */
export const tidy = (text: string): string => text.replace(unwritten, "");

/** Whether a text holds a sign that nobody writes: what people type has them taken out before it is sent. */
export const isUnwritten = (text: string): boolean => tidy(text) !== text;

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
