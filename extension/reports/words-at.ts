/** The words of a finding, without the stop that ends the sentence. */
export const wordsAt = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string => text.slice(start, end).replace(/^\s+|[\s.,;:!?]+$/g, "");
