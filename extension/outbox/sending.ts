import * as z from "zod/mini";
import { stored } from "../stored.ts";

/** How sending goes, for the next try and for the popup. Times are milliseconds since 1970 by this computer. */
const sending = z.object({
  /** Failures in a row; 0 while the server answers. */
  failures: z.int(),
  /** No try before this. */
  nextTry: z.number(),
  /** Last answer of the server, and last time it acknowledged events. */
  answered: z.nullable(z.number()),
  sent: z.nullable(z.number()),
  /** Since when the server has not answered; null while it does. */
  silentSince: z.nullable(z.number()),
});
export type Sending = z.infer<typeof sending>;

export const howSendingGoes = stored<Sending>("local:sending", sending, {
  failures: 0,
  nextTry: 0,
  answered: null,
  sent: null,
  silentSince: null,
});
