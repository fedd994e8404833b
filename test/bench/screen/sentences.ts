import { readFileSync } from "node:fs";
import { join } from "node:path";
import { plainName } from "#domain/detector/words/plain-name";

/** Lines of one of the lists here, without remarks. */
export const linesOf = (file: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));

/** The people of a line of names, each in every third template, so that each community has each template as often. */
export function sentencesOf(line: string, templates: readonly string[]): readonly string[] {
  const people = line.slice(line.indexOf(": ") + 2);
  return people.split("; ").flatMap((person, place) => {
    const [given = "", ...rest] = person.trim().split(" ");
    return templates
      .filter((_, at) => (at + place) % 3 === 0)
      .map((template) =>
        template
          .replace("{G}", given)
          .replace("{S}", rest.join(" "))
          .replace("{I}", given.charAt(0))
          .replace("{g}", plainName(given))
          .replace("{s}", rest.map(plainName).join(" ")),
      );
  });
}
