/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** "1 browser", "2 browsers", "1,142 entries". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

const small = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** "one", "14": a number within a sentence. */
export const inWords = (count: number): string =>
  (small[count] ?? count.toLocaleString("en-GB")).toLowerCase();

/** Begins a sentence with a number: "Two things", "14 things". */
export const begins = (count: number, one: string, many = `${one}s`): string =>
  `${small[count] ?? count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

/** "near miss" as it begins a line: "Near miss". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
