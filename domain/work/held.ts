import * as z from "zod/mini";

/** One kind of thing that the server can hold about patients, in the words of the page that lists them. */
export const heldField = z.object({
  what: z.string(),
  /** Page and column, or part of it. */
  where: z.string(),
  form: z.string(),
  why: z.string(),
  /** How long. */
  kept: z.string(),
});
export type HeldField = z.infer<typeof heldField>;

/** `GET /held-about-patients`: all that this server can hold about patients, register by register. */
export const heldAnswer = z.object({ held: z.array(heldField) });
