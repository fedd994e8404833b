import * as z from "zod/mini";

/** `GET /public-form`: the pages of the public form, as the process in front serves them; each a whole document. */
export const publicPages = z.object({
  open: z.boolean(),
  form: z.string(),
  thanks: z.string(),
  /** It takes no more for now. */
  full: z.string(),
  /** What was sent looks as if a program had sent it. */
  trap: z.string(),
  /** The clinic takes nothing by it. */
  closed: z.string(),
});
export type PublicPages = z.infer<typeof publicPages>;

/** `POST /public-form`: what became of what was sent, and, where it is not filled in, the page that says so. */
export const publicSent = z.object({
  is: z.enum(["kept", "wrong", "full", "closed"]),
  page: z.string(),
});
export type PublicSent = z.infer<typeof publicSent>;
