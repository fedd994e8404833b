import * as z from "zod/mini";

/** What stands at the beginning of a person's own record: of whom, as of when. */
const head = z.object({
  is: z.literal("head"),
  v: z.literal(1),
  asOf: z.string(),
  person: z.object({ id: z.string(), name: z.string(), role: z.string() }),
  clinic: z.string(),
  leadTitle: z.string(),
});

/** Parts that are no tables: entries of the log, who read them, and what others did to the person's own account. */
export const ownParts = ["events", "readers", "account"] as const;

/** A row of a part: of the log, or of a table in which the person stands. */
const row = z.object({
  is: z.literal("row"),
  /** One of `ownParts`, or the table's name. */
  part: z.string(),
  /** The row, as somebody can name it who says that it is wrong: "actions/3k2…"; '' of what has no id. */
  row: z._default(z.string(), ""),
  /** Columns in which the person stands. */
  names: z.array(z.string()),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** What shows that nothing was cut off. */
const end = z.object({ is: z.literal("end"), rows: z.int() });

/** `GET /own-record`: a line each. */
export const ownLine = z.discriminatedUnion("is", [head, row, end]);
export type OwnLine = z.infer<typeof ownLine>;
export type OwnHead = z.infer<typeof head>;
export type OwnRowLine = z.infer<typeof row>;

/** The same for everybody, whether anything is withheld or not: from it nothing can be concluded. */
export const withheldSays = (leadTitle: string): string =>
  `What belongs to a matter that is kept confidential is not in here, whether there is any or not: this sentence stands in everybody’s. The ${leadTitle} decides about it: ask, and you are answered.`;

/** In place of a colleague: this is about one person. */
export const somebodyElse = "somebody else";
export const oneself = "you";
