import * as z from "zod/mini";

/** Most hosts of one clinic that a policy names. */
const mostHosts = 20;

/** A name of the internet, in lower case, or 127.0.0.1; nothing that a file of any kind would read as its own. */
const name = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*";
const port = "(?::[1-9]\\d{0,4})?";
const origin = new RegExp(`^(?:https://${name}|http://(?:127\\.0\\.0\\.1|localhost))${port}$`);
const hostForm = new RegExp(`^\\.?${name}${port}$`);

/** Where the clinic's Chaperone is: https, or http on this computer alone; no path, no name, no password. */
export const serverOrigin = z.string().check(z.maxLength(200), z.regex(origin));

/** A host as the extension's managed storage takes it: exact, or with a dot in front for all below it. */
export const policyHost = z.string().check(z.maxLength(120), z.regex(hostForm));

/** Id of an extension in Chromium's browsers: sixteen bytes, written in the letters a to p. */
export const chromiumId = z.string().check(z.regex(/^[a-p]{32}$/));

/** A file of a signed extension for Firefox. */
export const addOnAddress = z
  .string()
  .check(z.maxLength(400), z.regex(new RegExp(`^https://${name}${port}/[A-Za-z0-9._~/%@+-]{1,300}\\.xpi$`)));

/** Where the browsers get the extension: a store, or the clinic's own server. */
const chromiumSource = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("store"), id: chromiumId }),
  z.strictObject({ by: z.literal("server"), id: chromiumId }),
]);
const firefoxSource = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("signed"), address: addOnAddress }),
  z.strictObject({ by: z.literal("server") }),
]);

/** What the policy files of one clinic are made from; a browser that is left out gets none. */
export const rollOut = z.strictObject({
  serverUrl: serverOrigin,
  mailHosts: z.array(policyHost).check(z.maxLength(mostHosts)),
  chrome: z.optional(chromiumSource),
  edge: z.optional(chromiumSource),
  firefox: z.optional(firefoxSource),
});
export type RollOut = z.infer<typeof rollOut>;
export type ChromiumSource = z.infer<typeof chromiumSource>;
export type FirefoxSource = z.infer<typeof firefoxSource>;
