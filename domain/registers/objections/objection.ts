import * as z from "zod/mini";

/** What somebody asks of an entry about themselves (UK GDPR Arts 16 and 21); `withheld`: of what is kept confidential. */
export const objectionKinds = ["correct", "object", "withheld"] as const;
export type ObjectionKind = (typeof objectionKinds)[number];
export const objectionWords: Readonly<Record<ObjectionKind, string>> = {
  correct: "Says that it is wrong",
  object: "Objects to it",
  withheld: "Asks about what is withheld",
};

export const objectionStates = ["asked", "agreed", "refused"] as const;
export type ObjectionState = (typeof objectionStates)[number];
export const objectionStateWords: Readonly<Record<ObjectionState, string>> = {
  asked: "waits for an answer",
  agreed: "agreed",
  refused: "not agreed",
};

/** A row as lists and the log show it. `limitOn` is a civil date, times are instants; '' where there is none. */
export const objectionRow = z.object({
  id: z.string(),
  version: z.int(),
  what: z.enum(objectionKinds),
  /** Id of the event, or a table and a row of it. */
  event: z.string(),
  table: z.string(),
  row: z.string(),
  words: z.string(),
  by: z.string(),
  at: z.string(),
  limitOn: z.string(),
  state: z.enum(objectionStates),
  answer: z.string(),
  answeredBy: z.string(),
  answeredAt: z.string(),
});
export type ObjectionRow = z.infer<typeof objectionRow>;

/** What stands beside an event in the log. */
export const saidBeside = z.pick(objectionRow, {
  what: true,
  words: true,
  at: true,
  state: true,
  answer: true,
});
export type SaidBeside = z.infer<typeof saidBeside>;

/** In one line, as a file holds it. */
export const besideInWords = ({ what, words, state, answer }: SaidBeside): string =>
  `${objectionWords[what]}: ${words} (${objectionStateWords[state]}${answer === "" ? "" : `: ${answer}`})`;
