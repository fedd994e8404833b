import * as z from "zod/mini";
import { instant } from "./base/forms.ts";

/** Answers of acts that give more than `{id, version}`. */
export const actAnswer = z.object({
  id: z.string(),
  version: z.int(),
  /** One-time address to hand over, and until when it works. */
  link: z.optional(z.string()),
  expires: z.optional(instant),
  /** Pairing code. */
  code: z.optional(z.string()),
  seq: z.optional(z.int()),
  /** Number of the incident or of the report's version that was made. */
  number: z.optional(z.int()),
  hash: z.optional(z.string()),
  /** Row that an act made of the one that it was about. */
  made: z.optional(z.string()),
});
export type ActAnswer = z.infer<typeof actAnswer>;

/** Beside a 409: who changed the row since it was seen, by name ('' is the server, or not known), and when; '' is not known. */
export const changedBy = z.object({ by: z.string(), at: z.string() });
export type ChangedBy = Readonly<z.infer<typeof changedBy>>;
