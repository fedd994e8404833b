import * as z from "zod/mini";
import { chromiumId, policyHost, serverOrigin } from "./asked.ts";

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What the clinic's own server hands out, as `about.json` beside it says: no secret, and nobody's name. */
export const aboutPackage = z.strictObject({
  version: z.string().check(z.regex(/^\d{1,5}(?:\.\d{1,5}){0,3}$/)),
  /** The address that it was made for, which its updates come from. */
  serverUrl: serverOrigin,
  /** Hosts that it may work on without asking, beside those that ship. */
  hosts: z.array(policyHost),
  chromium: z.strictObject({ id: chromiumId, sha256 }),
  firefox: z.strictObject({ sha256 }),
});
export type AboutPackage = z.infer<typeof aboutPackage>;
