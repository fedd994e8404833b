/** What was asked of the database since a reading began, by what it is. Everything in this engine is synchronous. */
let known: Map<string, unknown> | undefined;

/** Runs a route that only reads: what `once` names is asked of the database one time in it, however many want it. */
export function reading<Result>(route: () => Result): Result {
  if (known) return route();
  known = new Map();
  try {
    return route();
  } finally {
    known = undefined;
  }
}

/** The answer to a question, asked anew outside of `reading`. `name` says all that it depends on but the moment. */
export function once<Answer>(name: string, ask: () => Answer): Answer {
  if (!known) return ask();
  if (!known.has(name)) known.set(name, ask());
  return known.get(name) as Answer;
}

/** Whether a route that only reads is under way. */
export const isReading = (): boolean => known !== undefined;
