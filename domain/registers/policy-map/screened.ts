/**
 * Whether a text can hold a patient's number or birthday at all, so that the slow look is spared those that cannot: a digit
 * of any script that is read, or a word of birth.
 */
export const mayHoldNumber = (text: string): boolean =>
  /[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]|\b(?:born|birth|d\.?o\.?b)\b/i.test(text);
