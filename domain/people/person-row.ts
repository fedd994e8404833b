import * as z from "zod/mini";
import { roles } from "../roles.ts";

/** A row of `users` as PocketBase answers it; `email` is left out where the reader may not see it. */
export const personRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.optional(z.string()),
  role: z.enum(roles),
  practitioner: z.boolean(),
  active: z.boolean(),
  /** '' or an instant. */
  until: z.string(),
  /** `case`: an outside reviewer, for the cases they are let into alone. */
  scope: z.optional(z.string()),
  enrolled: z.boolean(),
  /** End of the open invitation; '' without one. */
  invitedUntil: z.string(),
  version: z.int(),
});
export type PersonRow = z.infer<typeof personRow>;
