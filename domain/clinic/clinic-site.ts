import * as z from "zod/mini";
import { oneLine } from "../base/one-line.ts";
import { buttonLongest, mailButtonsMost } from "./mail-buttons.ts";
import { namedSite } from "./named-site.ts";

/** A site as the clinic keeps it. A browser is told of its host and its adapter, and of the buttons apart. */
export const clinicSite = z.strictObject({
  ...namedSite.shape,
  /** Of a clinical system: its own buttons that send by e-mail and are approved, as they are called on the page. */
  mailButtons: z.optional(z.array(oneLine(buttonLongest)).check(z.maxLength(mailButtonsMost.ofSite))),
});
export type ClinicSite = z.infer<typeof clinicSite>;
