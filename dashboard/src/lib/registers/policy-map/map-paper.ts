import { longMoment } from "#domain/base/local-words";
import { amountWords } from "#domain/registers/policy-map/figures";
import type { MapAnswer, MapRow, PolicyVersion } from "#domain/registers/policy-map/map";
import { stateWords } from "#domain/registers/policy-map/states";
import type { Block, Paper } from "#lib/export/paper.ts";
import { offsetIn } from "#lib/format/offset-at.ts";
import { mapSentence, versionSentence } from "./map-words.ts";
import { keptBy } from "./suggestion-of.ts";

export type PaperOf = {
  readonly clinic: string;
  readonly timeZone: string;
  readonly map: MapAnswer;
  readonly version: PolicyVersion;
  readonly rows: readonly MapRow[];
  readonly nameOf: (id: string) => string;
  readonly dayOf: (date: string) => string;
};

/** The policy map for an inspector: each sentence, what keeps it, who said so, and what is broken today. */
export function mapPaper({ clinic, timeZone, map, version, rows, nameOf, dayOf }: PaperOf): Paper {
  const offsetAt = offsetIn(timeZone);
  return {
    title: "Policy map",
    subject: `${version.title}, version ${version.number}`,
    author: clinic,
    madeAtMs: Date.parse(map.asOf),
    foot: [
      `${clinic} \u00b7 Policy map, version ${version.number}`,
      `SHA-256 of the policy’s lines: ${version.digest}`,
    ],
    blocks: [
      {
        is: "paragraph",
        text: `${clinic}. As of ${longMoment(map.asOf, offsetAt)}, on the clocks of ${timeZone}.`,
      },
      { is: "paragraph", text: versionSentence(version, dayOf) },
      { is: "paragraph", text: mapSentence(map), look: "strong" },
      {
        is: "paragraph",
        text: "Each state was said by a person, but those to confirm. \u201cKept by a test\u201d means that Chaperone proves it of itself; it says nothing of what people do.",
        look: "muted",
      },
      ...bySection(rows).flatMap(([section, own]): Block[] => [
        { is: "heading", level: 2, text: section === "" ? "Before the first heading" : section },
        {
          is: "table",
          head: ["No.", "The policy says", "How it stands"],
          shares: [0.07, 0.48, 0.45],
          rows: own.map((row) => [String(row.number), sentenceOf(row), standingOf(row, nameOf, dayOf)]),
        },
      ]),
    ],
  };
}

const sentenceOf = ({ lead, text }: MapRow): string => (lead === "" ? text : `${lead} ${text}`);

/** Rows under their headings, in the policy's order. */
export function bySection<Row extends Pick<MapRow, "section">>(
  rows: readonly Row[],
): (readonly [string, Row[]])[] {
  const sections: [string, Row[]][] = [];
  for (const row of rows) {
    const last = sections.at(-1);
    if (last?.[0] === row.section) last[1].push(row);
    else sections.push([row.section, [row]]);
  }
  return sections;
}

/** How a sentence stands, in words that can stand alone. */
export function standingOf(
  { claim, broken, against }: MapRow,
  nameOf: (id: string) => string,
  dayOf: (date: string) => string,
): string {
  if (claim === null || claim.state === "") return stateWords[""];
  const by = keptBy(claim);
  const found =
    claim.kept === "no" ? [`Found not kept on ${dayOf(claim.checkedOn)}: ${claim.checkNote}`] : [];
  const people =
    claim.state === "people"
      ? [
          `${claim.checkedOn === "" ? "Not looked at yet" : `Last looked ${dayOf(claim.checkedOn)}`}, due ${dayOf(claim.due)}, ${nameOf(claim.owner)}`,
        ]
      : [];
  const isBroken = claim.state !== "wrong" && (broken.length > 0 || claim.kept === "no");
  return [
    `${isBroken ? "Broken today" : stateWords[claim.state]}${by === "" ? "" : `: ${by}`}`,
    ...broken.map((figure) => `${figure.name}: ${amountWords(figure)}, ${figure.says}`),
    ...found,
    ...people,
    ...(claim.why === "" ? [] : [claim.why]),
    ...(claim.source === "" ? [] : [`Source: ${claim.source}`]),
    ...(against.length === 0 ? [] : [`Another number stands in ${against.join(", ")}`]),
  ]
    .map((line) => (/[.!?]$/.test(line) ? line : `${line}.`))
    .join(" ");
}
