import { type IncidentReport, writtenTexts } from "#domain/registers/incidents/report";
import { placeOf } from "#lib/registers/incidents/words/named-in-report.ts";
import { doubtsIn, doubtWords } from "./doubtful-words.ts";

/** Words of a report that a person is asked to look at: why, and where they stand. */
export type DoubtInReport = {
  readonly words: string;
  readonly why: string;
  readonly places: readonly string[];
};

/**
 * Every doubtful word of what people wrote in a report, each once, in the order in which they stand.
 *
 * @param known - Names and addresses of the clinic's own people: each of their words is known as it is written.
 */
export function doubtsOf(report: IncidentReport, known: readonly string[]): DoubtInReport[] {
  const { clinic } = report;
  const own = Object.values(clinic);
  const words = new Set([...known, ...own].flatMap((text) => text.split(/[^\p{L}\p{M}\p{N}'\u2019]+/u)));
  const found = new Map<string, { why: string; places: Set<string> }>();
  for (const { place, text } of textsOf(report)) {
    if (own.includes(text)) continue;
    for (const { start, end, why } of doubtsIn(text, words)) {
      const said = text.slice(start, end);
      if (known.includes(said)) continue;
      const one = found.get(said) ?? { why: doubtWords[why], places: new Set() };
      one.places.add(place);
      found.set(said, one);
    }
  }
  return [...found].map(([said, { why, places }]) => ({ words: said, why, places: [...places] }));
}

/** What people wrote, and what stood in its place in the version that was sent. */
const textsOf = (report: IncidentReport): { place: string; text: string }[] => [
  ...writtenTexts(report).map(({ path, text }) => ({ place: placeOf(path), text })),
  ...(report.changes?.list ?? []).flatMap(({ before, after }) =>
    [before, after].flatMap((text) => (text === null ? [] : [{ place: "What changed", text }])),
  ),
];
