import * as z from "zod/mini";
import { stored } from "../stored.ts";

/** What ties this browser to its clinic. The token may append events and read the policy, nothing else. */
const pairing = z.object({
  server: z.string(),
  token: z.string(),
  browser: z.string(),
  pairedAt: z.string(),
  /** Key with which the clinic's server signs, as it was told first; '' of a server that told none. */
  signingKey: z._default(z.string(), ""),
});
export type Pairing = z.infer<typeof pairing>;

export const currentPairing = stored<Pairing | null>("local:pairing", z.nullable(pairing), null);

/** Left behind when a pairing ends: when, and what became of the events that it had made. */
const ended = z.object({
  at: z.string(),
  /** Events that had not reached the server, and are gone. */
  lost: z.int(),
  /** Events that are kept until the browser is paired with the same clinic again, or their time is over. */
  kept: z._default(z.int(), 0),
  /** Which browser that was, and its owner ('' at a desk). */
  browser: z._default(z.string(), ""),
  user: z._default(z.string(), ""),
  /** Digest by which the clinic is known again, whatever its server is called; '' where none could be made. */
  clinic: z._default(z.string(), ""),
  server: z._default(z.string(), ""),
});
export type Ended = z.infer<typeof ended>;
export const endedPairing = stored<Ended | null>("local:ended", z.nullable(ended), null);

/** Addresses of the clinic as last known, so that an unpaired browser can still say whose it was. */
export const lastClinic = stored("local:clinic", z.object({ name: z.string(), system: z.string() }), {
  name: "",
  system: "",
});
