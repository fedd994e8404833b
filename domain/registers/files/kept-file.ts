import * as z from "zod/mini";

/** What a file beside a row shows, by the collection that keeps it. */
export const fileKinds = {
  audit_files: {
    certificate: "Certificate",
    list: "List that was looked at",
    picture: "Picture",
    other: "Another paper",
  },
  supplier_files: {
    contract: "Contract",
    terms: "Terms of Art. 28",
    certificate: "Certificate",
    other: "Another paper",
  },
  release_files: {
    form: "Signed form",
    other: "Another paper",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
export type FilesOf = keyof typeof fileKinds;

/** Kinds of files that are kept there, by their first bytes: nothing that a browser would run. */
export const keptTypes: readonly string[] = ["application/pdf", "image/png", "image/jpeg"];

/** A file beside a row, as its page reads it. */
export const keptRow = z.object({
  id: z.string(),
  subject: z.string(),
  what: z.string(),
  file: z.string(),
  sha256: z.string(),
  size: z.int(),
  by: z.string(),
  at: z.string(),
});
export type KeptFileRow = z.infer<typeof keptRow>;

export const fileWords = (of: FilesOf, what: string): string =>
  (fileKinds[of] as Readonly<Record<string, string>>)[what] ?? what;

export const fileColumns = ["Of", "What", "File", "SHA-256", "Bytes", "Brought by", "Brought (UTC)"] as const;
