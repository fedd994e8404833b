/**
 * A text with each run of blanks as one. The pattern is bounded: once V8 holds many patterns it no longer optimises them, and a greedy
 * loop over megabytes then runs out of stack, so that a fine file would be called damaged. A run beyond the bound leaves two.
 */
export const singleBlanks = (text: string): string => text.replace(/\s{1,4096}/g, " ");
