import * as z from "zod/mini";
import { stored } from "../stored.ts";

/** What ties this browser to its clinic. The token may append events and read the policy, nothing else. */
const pairing = z.object({
  server: z.string(),
  token: z.string(),
  browser: z.string(),
  pairedAt: z.string(),
});
export type Pairing = z.infer<typeof pairing>;

export const currentPairing = stored<Pairing | null>("local:pairing", z.nullable(pairing), null);

/** Left behind when the clinic ends the pairing: when, and how many events went with it. */
const ended = z.object({ at: z.string(), lost: z.int() });
export const endedPairing = stored<z.infer<typeof ended> | null>("local:ended", z.nullable(ended), null);

/** Addresses of the clinic as last known, so that an unpaired browser can still say whose it was. */
export const lastClinic = stored("local:clinic", z.object({ name: z.string(), system: z.string() }), {
  name: "",
  system: "",
});
