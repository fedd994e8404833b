import type { Source } from "./sources.ts";

const one = String.raw`[A-H]\d?\b|\d{1,2}(?:\.\d{1,2})?\b`;
/** Pages of `docs/` that code cites by section, as `DESIGN.md 5`, `SITES.md A4, A5` or `SITES.md B and E`. */
const citation = new RegExp(
  String.raw`\b(DESIGN|STACK|SITES|STYLE|DOMAIN|LAW)\.md(?:\s(?:section )?(${one})((?:(?:, | and )[A-H]\d?\b)*))?`,
  "g",
);

/** Sections that a text cites, as `DESIGN.md 5`; a page that is cited whole as `DESIGN.md`. */
export function citationsIn(text: string): string[] {
  return [...text.matchAll(citation)].flatMap(([, page, first, more = ""]) =>
    first === undefined
      ? [`${page}.md`]
      : [first, ...(more.match(/[A-H]\d?\b/g) ?? [])].map((section) => `${page}.md ${section}`),
  );
}

/**
 * Each citation in these files that has no heading in `docs/`, as a sentence.
 *
 * @param pages Texts of the pages by their names.
 */
export function unknownCitations(sources: readonly Source[], pages: ReadonlyMap<string, string>): string[] {
  const heading = new RegExp(`^#+ (${one})`, "gm");
  const known = new Set(
    [...pages].flatMap(([page, text]) => [
      page,
      ...[...text.matchAll(heading)].map(([, section]) => `${page} ${section}`),
    ]),
  );
  return sources.flatMap(({ path, text }) =>
    citationsIn(text)
      .filter((cited) => !known.has(cited))
      .map((cited) => `${path} cites ${cited}, which docs/ does not have`),
  );
}
