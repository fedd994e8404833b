import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The first half of the wide list lies where the model learns from it. */
const pathOf = (file: string) =>
  file === "wide-first"
    ? join(import.meta.dirname, "../../../scripts/detector/taught.txt")
    : join(import.meta.dirname, "invented", `${file}.txt`);

const partsOf = (file: string) =>
  readFileSync(pathOf(file), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return [part.slice(0, end), part.slice(end + 1)] as const;
    });

/** Lists of invented files that a clinic mails. */
export const mailedLists = [
  "mail-seen",
  "mail-unseen",
  "mail-later",
  "others-first",
  "others-second",
  "wide-first",
  "wide-second",
  "sources-first",
  "sources-second",
  "fresh-first",
  "fresh-second",
  "later-unseen",
] as const;

/** The files of one of them: whether it is a patient's, its name, and what it holds. */
export const mailed = (part: (typeof mailedLists)[number]) =>
  partsOf(part).map(([title, text]) => {
    const [kind = "", name = ""] = title.split(" ");
    return [kind, name, text] as const;
  });

/** Invented papers of one kind: a name and its text. They are for tests alone and stand in no figure. */
export function invented(
  kind: "harmless" | "patients" | "staff",
): readonly (readonly [name: string, text: string])[] {
  return partsOf(kind);
}

export const readingOf = (text: string) => ({
  text,
  format: "text",
  read: { unit: "byte" as const, done: text.length, of: text.length },
});
