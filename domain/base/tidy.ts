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
