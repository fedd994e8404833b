import type { Source } from "./sources.ts";

const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|<!--[\s\S]*?-->/g;
/** A file of ours by its path from the project's root. */
const named =
  /(?<![\w./-])(?:domain|reading|extension|dashboard|pb_hooks|scripts|test|docs)\/[\w()[\]./-]+\.(?:ts|mjs|svelte|css|md)\b/g;

/** Each file that a comment of these names and that is not there, as a sentence. Migrations are history. */
export function missingPaths(sources: readonly Source[], exists: (path: string) => boolean): string[] {
  return sources
    .filter(({ path }) => !path.startsWith("pb_migrations/"))
    .flatMap(({ path, text }) =>
      (text.match(comment) ?? [])
        .flatMap((one) => one.match(named) ?? [])
        .filter((one) => !exists(one))
        .map((one) => `a comment of ${path} names ${one}, which is not there`),
    );
}
