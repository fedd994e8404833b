import * as z from "zod/mini";

/**
 * How firm an adapter's facts are: seen here, read in the product's own source, in somebody else's code, remembered, or shown
 * by a clinic on its own page.
 */
export const evidenceLevels = ["run-here", "source", "third-party", "memory", "taught"] as const;

const words = z.string().check(z.minLength(1), z.maxLength(200));

/** A file of a public repository, as it was at a commit. */
const repository = z.strictObject({
  repository: z.string().check(z.regex(/^[A-Za-z0-9][\w-]{0,38}\/[\w.-]{1,100}$/)),
  commit: z.string().check(z.regex(/^[0-9a-f]{7,40}$/)),
  path: z.string().check(z.regex(/^(?!\/)[\w@./-]{1,200}$/)),
});

/** A public page. */
const page = z.strictObject({ page: z.string().check(z.regex(/^https:\/\/\S{4,300}$/)) });

/** A released package and the file in it. */
const released = z.strictObject({ release: words, file: words });

/** A document that stands in this repository, and its section. */
const document = z.strictObject({
  document: z.string().check(z.regex(/^docs\/[A-Z]+\.md$/)),
  section: words,
});

/** No source that a reader can find; nothing else may be claimed of it. */
const unsourced = z.strictObject({
  unsourced: z.enum([
    "seen in third-party code, source not kept",
    "from memory",
    "shown on the page by the clinic",
  ]),
});

/** Where a fact about a site comes from: something that a reader can find, or the words that say there is nothing. */
export const source = z.union([repository, page, released, document, unsourced]);
export type Source = z.infer<typeof source>;

/** What stands behind an adapter. */
export const evidence = z.strictObject({
  level: z.enum(evidenceLevels),
  /** Day on which it was last looked at, `yyyy-mm-dd`. */
  checked: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  refs: z.array(source).check(z.minLength(1), z.maxLength(20)),
});
