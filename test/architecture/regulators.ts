import type { Source } from "./sources.ts";

/** Names of regulators, which stand in `domain/law` alone: a paper takes the one of its day. */
const named =
  /\b(?:ICO|CQC|HIS|HIW|RQIA|Information Commission(?:er)?|Care Quality Commission|Healthcare Inspectorate Wales|Healthcare Improvement Scotland|Regulation and Quality Improvement Authority)\b/;

const comments = [/\/\*[\s\S]*?\*\//g, /<!--[\s\S]*?-->/g, /(^|[^:"'`])\/\/.*$/gm];

/** Parts whose words people read; tests and data of law are none. */
const parts = ["dashboard/src/", "domain/", "extension/", "pb_hooks/src/", "reading/"];

/** Each place outside `domain/law` that writes the name of a regulator by hand, as a sentence. */
export function regulatorsByHand(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => parts.some((part) => path.startsWith(part)) && !path.startsWith("domain/law/"))
    .flatMap(({ path, text }) =>
      comments
        .reduce((rest, comment) => rest.replace(comment, (found) => found.replace(/[^\n]/g, " ")), text)
        .split("\n")
        .flatMap((line, i) => {
          const name = named.exec(line)?.[0];
          return name === undefined ? [] : [`${path}:${i + 1} writes ${name} by hand`];
        }),
    );
}
