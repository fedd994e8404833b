import * as z from "zod/mini";

/**
 * Columns of which an event keeps the old and the new value: who held which role and office, and until when. They are
 * facts about staff; of no other column does the log hold what stood there.
 */
export const statedColumns: Readonly<Record<string, readonly string[]>> = {
  users: ["role", "practitioner", "active", "scope", "until"],
  clinic: ["lead", "deputyLead", "controller", "duty", "deputy"],
};

/** A role, an id, yes or no, or an instant; '' for nobody and nothing. */
const value = z.string().check(z.regex(/^[A-Za-z0-9:. -]{0,40}$/));

/** What an event of one of these rows says of such a column: what stood there before, and what since. */
export const statedChange = z.strictObject({
  column: z.string().check(z.regex(/^[A-Za-z]{1,40}$/)),
  from: value,
  to: value,
});
export type StatedChange = z.infer<typeof statedChange>;
