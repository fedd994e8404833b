import * as z from "zod/mini";

/** `GET /review`: how this week's review stands, for whoever asks. */
export const reviewDesk = z.object({
  asOf: z.string(),
  /** Monday of this week at the clinic. */
  weekOf: z.string(),
  /** Review that is prepared or held and not signed; '' where there is none. */
  open: z.string(),
  /** This week's review is signed. */
  done: z.boolean(),
  /** Mondays of weeks that were not held, and nobody has said why. */
  missed: z.array(z.string()),
  /** Items of the open review that concern whoever asks: somebody else decides them. */
  locked: z.array(z.string()),
});
export type ReviewDesk = z.infer<typeof reviewDesk>;
