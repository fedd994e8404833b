/** A paper before it is a file: what it says and in which order. PDF and DOCX are two renderings of the same one. */
export interface Paper {
  readonly title: string;
  /** For the file's own properties. */
  readonly subject: string;
  readonly author: string;
  /** The moment the file says it was made, milliseconds since 1970: the paper's, never the clock's. */
  readonly madeAtMs: number;
  /** Stands at the foot of each page before "Page n of m", and below it; a third line at most. */
  readonly foot: readonly [string, string, string?];
  readonly blocks: readonly Block[];
}

export type Block =
  /** `onNewPage`: what stands above it ends its page, in print. */
  | { readonly is: "heading"; readonly level: 2 | 3; readonly text: string; readonly onNewPage?: true }
  | { readonly is: "paragraph"; readonly text: string; readonly look?: "muted" | "strong" }
  /** Names and what stands to them. */
  | { readonly is: "facts"; readonly rows: readonly (readonly [name: string, words: string])[] }
  /** `shares` of the width, one a column. */
  | {
      readonly is: "table";
      readonly head: readonly string[];
      readonly shares: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly is: "list"; readonly items: readonly string[] };

/** The paper's language; runs in another script are marked by their direction. */
export const paperLanguage = "en-GB";

/** Words as they are printed: composed, line ends alike, no control character but the line end. */
export function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .replace(/\t/g, "    ")
    .replace(/[\p{Cc}\p{Cs}\u00ad\ufeff\u200b]/gu, (char) => (char === "\n" ? char : ""));
}
