import type { Source } from "./sources.ts";
import type { Found } from "./visible-words.ts";

/** Where the extension's words for people stand. */
const tables = [
  /^extension\/dialog\/(?:early-)?strings\.ts$/,
  /^extension\/pages\/texts\//,
  /(?:^|[/-])words\.ts$/,
  // Words by the code of what went wrong.
  /^extension\/pairing\/problems\.ts$/,
  // Names of products and of parts of their pages, with where they are from; what is looked for, not what is said.
  /^extension\/(?:mail|clinical)\/[a-z-]+\/(?:adapters?|clicks)\.ts$/,
];

/** Whether a file is such a table. */
export const isTable = (path: string): boolean => tables.some((table) => table.test(path));

/** Texts elsewhere that read like words for people, and why they stand where they do. */
export const noWordsForPeople: readonly (Found & { readonly why: string })[] = [
  ...why("the name of a key or of a kind of transfer, as browsers give it", [
    ["dialog/keys.ts", "Enter", "Escape"],
    ["guard/acts.ts", "Enter"],
    ["guard/gesture/sends.ts", "Enter"],
    ["guard/gesture/transfer.ts", "Files"],
    ["guard/message/written.ts", "Enter", "Backspace"],
  ]),
  ...why("the browser’s own words, where a page is answered in its place", [
    [
      "guard/page/entries.ts",
      "A requested file or directory could not be found.",
      "The request is not allowed.",
      "The path supplied exists, but was not an entry of requested type.",
    ],
  ]),
  ...why("the script in the page’s world carries no table: the same words as “updated” of the dialog’s", [
    [
      "guard/page/orphan.ts",
      "Chaperone was updated. Reload this page so that it is checked. See that your draft is saved first.",
    ],
  ]),
  ...why("for programmers: nobody is shown an error of messages between our own scripts", [
    ["receive.ts", "may not come from", "does not fit"],
    ["send.ts", "Unanswered", "had no answer", "was refused:", "no reply"],
  ]),
  ...why("the manifest, which the browser reads before any code runs", [
    ["wxt.config.ts", "Chaperone", "On the phone: who may be told of the open record"],
  ]),
];

function why(
  reason: string,
  files: readonly (readonly [path: string, ...texts: string[]])[],
): (Found & { readonly why: string })[] {
  return files.flatMap(([path, ...texts]) =>
    texts.map((text) => ({ path: `extension/${path}`, text, why: reason })),
  );
}

/** Declarations that are meant for a side of the screen, and why. */
export const mirrored: readonly { readonly style: string; readonly why: string }[] = [
  { style: "extension/dialog/surface.css text-align: right", why: "said of pages from right to left alone" },
  {
    style: "extension/pages/pages.css border-width: 0 2px 2px 0",
    why: "two strokes of a tick, turned by 45°",
  },
];

/** Keys of the pages' tables that no page asks for. */
export function unsaid(sources: readonly Source[]): string[] {
  const pages = sources.filter(({ path }) => path.startsWith("extension/pages/"));
  return pages
    .filter(({ path }) => path.startsWith("extension/pages/texts/"))
    .flatMap(({ path, text }) => {
      const asking = pages.filter((page) => page.text.includes(`texts/${path.split("/").at(-1)}"`));
      return [...text.matchAll(/^ {2}(\w+):/gm)]
        .map(([, key = ""]) => key)
        .filter((key) => !asking.some((page) => new RegExp(`\\btexts\\.${key}\\b`).test(page.text)))
        .map((key) => `${path} ${key}`);
    });
}
