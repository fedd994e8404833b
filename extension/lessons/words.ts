/** What is said where a lesson can’t be read or answered. */
export const lessonWords = {
  unreachable: "The clinic’s server does not answer. Try again later.",
  notPaired: "This browser is not paired.",
  tooMany: "Too many tries. Read the lesson again, and try in a quarter of an hour.",
} as const;
