import * as z from "zod/mini";
import { checkedFolder } from "../ledger/checked.ts";

/** Most characters of a text that is held against the log. */
export const longestKept = 20_000;

/** What of the log was given out and may be kept elsewhere: how often, and the last time. */
const givenOut = z.object({ count: z.int(), last: z.string(), seq: z.int() });
export type GivenOut = z.infer<typeof givenOut>;

/**
 * `GET /api/chaperone/whole`: by what it is known that the log is whole, for the lead. Times are instants, '' where there is
 * none.
 */
export const wholeAnswer = z.object({
  asOf: z.string(),
  /** The first event, and the last one with the code that is kept of it. */
  first: z.object({ seq: z.int(), at: z.string() }),
  head: z.object({ seq: z.int(), at: z.string(), code: z.string() }),
  /** Code of the key that signs. */
  key: z.string(),
  /** The last signed checkpoint, in the form that is typed in. */
  point: z.nullable(z.object({ seq: z.int(), at: z.string(), code: z.string() })),
  checkpoints: z.object({ count: z.int(), first: z.string(), last: z.string() }),
  /** Checkpoints in the database that the log contradicts now. */
  contradicted: z.array(z.int()),
  /** Copies that left the server, by this server's own record; whether anybody kept one nobody here can know. */
  exports: givenOut,
  packs: givenOut,
  minutes: givenOut,
  mails: givenOut,
  /** Paired browsers that spoke within a day, each with a receipt that is compared, and those that contradict the log. */
  browsers: z.object({ count: z.int(), within: z.int(), contradict: z.array(z.string()) }),
  /** The newest backup that was opened again and agreed. */
  backup: z.nullable(z.object({ seq: z.int(), readAt: z.string() })),
  /** The last look through the folder (`npm run verify -- --data`); null where none has been. */
  checked: z.nullable(checkedFolder),
});
export type WholeAnswer = z.infer<typeof wholeAnswer>;

export const keptBody = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(longestKept)) });

/** `POST /api/chaperone/whole`: whether the log agrees with what somebody kept. */
export const keptAnswer = z.object({
  found: z.array(
    z.object({
      seq: z.int(),
      is: z.enum(["agrees", "differs", "beyond", "gone", "below", "other-key", "not-signed"]),
    }),
  ),
  /** Codes of keys: whether the key is still the same. */
  keys: z.array(z.object({ code: z.string(), same: z.boolean() })),
  mistyped: z.array(z.string()),
  concerned: z.nullable(z.object({ from: z.int(), to: z.int() })),
  last: z.int(),
});
export type KeptAnswer = z.infer<typeof keptAnswer>;
