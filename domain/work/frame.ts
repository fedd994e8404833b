import * as z from "zod/mini";
import { clinicRow } from "../clinic/clinic.ts";
import { todayAnswer } from "../clinic/today.ts";
import { personRow } from "../people/person-row.ts";
import { reviewDesk } from "../registers/reviews/desk.ts";
import { myWorkAnswer } from "./my-work.ts";

/** The newest message to the team, and who has read it as far as the reader may see. */
export const teamMessage = z.object({
  message: z.object({ id: z.string(), review: z.string(), text: z.string(), at: z.string() }),
  readBy: z.array(z.string()),
});
export type TeamMessage = z.infer<typeof teamMessage>;

/** `GET /day`: what the first screen shows beside the frame's own facts. */
export const dayAnswer = z.object({
  work: myWorkAnswer,
  /** Who works here now, by name; nobody for whoever is here for one case alone. */
  colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
  /** null before any, and for whoever is here for one case alone. */
  message: z.nullable(teamMessage),
  /** null for whoever reads no register. */
  desk: z.nullable(reviewDesk),
});
export type DayAnswer = z.infer<typeof dayAnswer>;

/**
 * `GET /frame?day=1`: what stands around every page, in one answer; with `day` what the first screen shows as well. Each
 * part is what its own route answers the same person.
 */
export const frameAnswer = z.object({
  /** The reader's own row. */
  person: personRow,
  clinic: clinicRow,
  today: todayAnswer,
  /** What of the clinic's own people write and is no patient's; nobody for whoever is here for one case alone. */
  own: z.object({ people: z.array(z.string()), texts: z.array(z.string()) }),
  /** Version of Chaperone that the server runs. */
  release: z.string(),
  day: z.nullable(dayAnswer),
});
export type FrameAnswer = z.infer<typeof frameAnswer>;
