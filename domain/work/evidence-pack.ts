import * as z from "zod/mini";
import { civilDate } from "../base/civil-date.ts";

/** Body of `POST /evidence-pack`: civil dates at the clinic, both within. */
export const packBody = z.strictObject({
  from: civilDate,
  to: civilDate,
  /** With the confidential reports that the maker keeps; as a rule they stay out of what is handed over. */
  confidential: z.boolean(),
});

/** A small file of a pack, by its path in it. */
const packFile = z.object({ path: z.string(), text: z.string() });
export type PackFile = z.infer<typeof packFile>;

/** A folder of a pack, `training/`, and what lies in it, in a sentence of the pack's README. */
const packFolder = z.object({ name: z.string(), holds: z.string() });
export type PackFolder = z.infer<typeof packFolder>;

/** Something that a reader of a pack may look for and does not find. */
const leftOut = z.object({ what: z.string(), why: z.string() });
export type LeftOut = z.infer<typeof leftOut>;

/**
 * What belongs into an evidence pack, register by register: small files as they are, and in `parts` what the register's
 * own part of the dashboard fetches and renders. What people wrote in it is screened; evidence files are named by
 * their hashes alone.
 */
export const packPlan = z.object({
  v: z.literal(2),
  clinic: z.string(),
  timeZone: z.string(),
  from: z.string(),
  to: z.string(),
  confidential: z.boolean(),
  madeAt: z.string(),
  madeBy: z.string(),
  /** Head of the event log, with the event that tells of this pack; the key that signs it, and checkpoints that it contradicts. */
  ledger: z.object({
    seq: z.int(),
    hash: z.string(),
    key: z._default(z.string(), ""),
    contradicted: z._default(z.array(z.int()), []),
  }),
  folders: z.array(packFolder),
  files: z.array(packFile),
  leftOut: z.array(leftOut),
  /** By the register's key; each register knows the shape of its own. */
  parts: z.record(z.string(), z.unknown()),
});
export type PackPlan = z.infer<typeof packPlan>;
