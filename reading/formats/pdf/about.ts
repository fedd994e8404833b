import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { sentencesOfCode } from "../code.ts";

/** Bookmarks that are read. */
const bookmarksAtMost = 2_000;

/** What a document says beside its pages, and whether it has a form of Adobe's own kind. */
export interface About {
  readonly words: string;
  readonly isOwnForm: boolean;
}

/** Title and other data, bookmarks, names of pages, and sentences in what runs when it is opened. Who wrote it is none. */
export async function aboutOf(pdf: PDFDocumentProxy): Promise<About> {
  const { info, metadata } = (await pdf.getMetadata()) as {
    info: Record<string, unknown>;
    metadata: { get(name: string): unknown } | null;
  };
  const own = valuesOf(info.Custom);
  const described = ["dc:title", "dc:description", "dc:subject"].map((name) => metadata?.get(name));
  const labels = (await pdf.getPageLabels()) ?? [];
  const code = valuesOf(await pdf.getJSActions()).flat();
  const words = [
    info.Title,
    info.Subject,
    info.Keywords,
    ...own,
    ...described.flat(),
    ...bookmarksOf((await pdf.getOutline()) ?? []),
    ...labels.filter((label) => label.length > 8),
    ...code.flatMap((one) => (typeof one === "string" ? sentencesOfCode(one) : [])),
  ].filter((one): one is string => typeof one === "string" && one.trim() !== "");
  return { words: [...new Set(words)].join("\n"), isOwnForm: info.IsXFAPresent === true };
}

/** PDF.js gives the same tables as objects and as maps. */
const valuesOf = (table: unknown): unknown[] =>
  table instanceof Map ? [...table.values()] : Object.values((table ?? {}) as object);

interface Bookmark {
  readonly title?: string;
  readonly items?: readonly Bookmark[];
}

function bookmarksOf(roots: readonly Bookmark[]): string[] {
  const titles: string[] = [];
  const waiting = [...roots];
  while (waiting.length > 0 && titles.length < bookmarksAtMost) {
    const { title = "", items = [] } = waiting.shift() ?? {};
    titles.push(title);
    waiting.unshift(...items.slice(0, bookmarksAtMost));
  }
  return titles;
}
