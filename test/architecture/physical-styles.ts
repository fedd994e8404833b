import type { Source } from "./sources.ts";

/** Properties that name a side of the screen, or a measure along it, where the text's own side is meant. */
const physical =
  /^(?:left|right|top|bottom|(?:min-|max-)?(?:width|height)|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-.*)?|border-(?:top|bottom)-(?:left|right)-radius)$/;
const sided = /^(?:text-align|float|clear)$/;
const shorthand = /^(?:margin|padding|inset|border-width|border-color|border-style)$/;

/** Declarations in these sources that a page written from right to left would have on the wrong side. */
export const physicalStyles = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ path, text }) =>
    stylesIn(path, text)
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .split(/[{};]/)
      .flatMap((declaration) => {
        const [, property = "", value = ""] = /^\s*([a-z-]+)\s*:\s*([\s\S]*?)\s*$/.exec(declaration) ?? [];
        return isPhysical(property, value) ? [`${path} ${property}: ${value}`] : [];
      }),
  );

function stylesIn(path: string, text: string): string {
  if (path.endsWith(".css")) return text;
  if (path.endsWith(".svelte"))
    return [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style).join(";");
  // What a script writes into a style attribute.
  return [...text.matchAll(/cssText =\s*((?:"[^"]*"[\s+]*)+)/g)]
    .map(([, written = ""]) => written.replace(/"\s*\+\s*"/g, "").replaceAll('"', ""))
    .join(";");
}

function isPhysical(property: string, value: string): boolean {
  if (physical.test(property)) return true;
  if (sided.test(property)) return /\b(?:left|right)\b/.test(value);
  const [, second, , fourth] = value.split(/\s+(?![^(]*\))/);
  return shorthand.test(property) && fourth !== undefined && second !== fourth;
}
