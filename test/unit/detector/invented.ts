import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Invented papers of one kind: a name and its text. They are for tests alone and stand in no figure. */
export function invented(
  kind: "harmless" | "patients" | "staff",
): readonly (readonly [name: string, text: string])[] {
  const file = readFileSync(join(import.meta.dirname, "invented", `${kind}.txt`), "utf8");
  return file
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return [part.slice(0, end), part.slice(end + 1)] as const;
    });
}

export const readingOf = (text: string) => ({
  text,
  format: "text",
  read: { unit: "byte" as const, done: text.length, of: text.length },
});
