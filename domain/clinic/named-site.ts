import * as z from "zod/mini";

/** A host that the clinic names, and the product that runs there: data, never code (SITES.md E). */
export const namedSite = z.strictObject({
  /** Exact host name, or `.suffix`, with its port where that is not the usual one. */
  host: z.string().check(z.regex(/^\.?[a-z0-9.-]+(?::\d{1,5})?$/), z.maxLength(120)),
  /** Id of a shipped adapter, or `unknown-mail` for a webmail that none describes: the structural guard alone. */
  adapter: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
});
export type NamedSite = z.infer<typeof namedSite>;
