import * as z from "zod/mini";
import { instant } from "../../base/forms.ts";
import { storedDecisions } from "./agenda.ts";

const text = (max: number) => z.string().check(z.maxLength(max));
const civilDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * Minutes of a weekly review, frozen by the chair's signature (DOMAIN.md 8): the figures as of a stamp, who was
 * there, each decision with its reason, what was given to whom, and the head of the event log. Wider copies name
 * nobody: people stand as roles (`wider.ts`).
 */
export const reviewMinutes = z.strictObject({
  /** From 2 on noted and decided are two words, and what was decided on last week's actions stands whole. */
  v: z.union([z.literal(1), z.literal(2)]),
  clinic: text(200),
  timeZone: text(60),
  number: z.int().check(z.minimum(1)),
  /** The Monday of the week reviewed. */
  weekOf: civilDate,
  asOf: instant,
  heldAt: instant,
  signedAt: instant,
  /** The chair, or the deputy chair. */
  signedBy: text(200),
  chair: text(200),
  /** Who took the chair where the chair had a conflict, '' if nobody did. */
  deputyChair: text(200),
  present: z.array(text(200)).check(z.maxLength(50)),
  apologies: z.array(text(200)).check(z.maxLength(50)),
  /** Who kept out of which item. */
  conflicts: z.array(z.strictObject({ who: text(200), item: text(300) })).check(z.maxLength(2_000)),
  items: z
    .array(
      z.strictObject({
        title: text(300),
        /** What was found, in one line: "3 held, 1 sent anyway". */
        facts: text(2_000),
        /** Nothing to decide, or what was decided. */
        decision: z.union([z.literal("nothing-to-decide"), z.enum(storedDecisions)]),
        reason: text(2_000),
        /** Why it was open when it was looked at; left out where it was not. */
        open: z.optional(text(300)),
      }),
    )
    .check(z.maxLength(2_000)),
  actions: z
    .array(z.strictObject({ text: text(2_000), owner: text(200), due: civilDate }))
    .check(z.maxLength(2_000)),
  /** Last week's actions and how they stand. */
  lastActions: z
    .array(
      z.strictObject({
        text: text(2_000),
        owner: text(200),
        state: text(200),
        decision: z.optional(z.enum(storedDecisions)),
        reason: z.optional(text(2_000)),
      }),
    )
    .check(z.maxLength(2_000)),
  /** What the team is told, '' for nothing this week. */
  learning: text(2_000),
  /** Weeks not held since the last review, and why. */
  missed: z.array(z.strictObject({ weekOf: civilDate, reason: text(2_000) })).check(z.maxLength(60)),
  /** Whoever is named above, with the role that stands for them in wider copies. */
  people: z.optional(z.array(z.strictObject({ name: text(200), role: text(60) })).check(z.maxLength(200))),
  ledger: z.strictObject({
    seq: z.int().check(z.minimum(0)),
    hash: z.union([digest, z.literal("")]),
    /** Code of the key that signs the log (`keyCode`); left out in minutes of before it was printed. */
    key: z.optional(text(40)),
  }),
});
export type ReviewMinutes = z.infer<typeof reviewMinutes>;
