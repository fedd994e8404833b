import * as z from "zod/mini";

/**
 * One line as people read it: no line break or other control character, and nothing that turns the direction of
 * writing, for a name stands in tables and sentences beside others.
 */
export const oneLine = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    z.regex(/^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$/),
  );
