import type { PlaceRegister, RecordPlaces } from "#domain/registers/retention/places";
import { counted, listed } from "#lib/format/sentence.ts";
import { dayInWords } from "#lib/format/time.ts";

const rowWords: Readonly<Record<PlaceRegister, string>> = {
  requests: "Requests and complaints",
  releases: "Who may be told what",
  release_asks: "Times it was asked who may be told",
  consents: "Decisions on sharing, without those that the lead alone reads",
  disclosures: "Disclosures",
  shares: "Questions whether to share",
};

/** Rows of other registers that name it: each register, and how many. */
export const rowLines = ({ rows = {} }: RecordPlaces): [string, string][] =>
  Object.entries(rows).map(([name, n]) => [
    rowWords[name as PlaceRegister],
    n === 0 ? "none names it" : `${n}, which stay`,
  ]);

/** Where something of a record lies in Chaperone, a line a place: also where there is nothing. */
export function placeLines(places: RecordPlaces): string[] {
  const { holds = 0, lists = 0 } = places;
  const { events, eventsGone, incidents, files, backups, backupsGone, exports, packs } = places;
  return [
    events === 0
      ? "The access log: no entry names it"
      : `The access log: ${counted(events, "entry", "entries")}, the last gone on ${dayInWords(eventsGone)}`,
    incidents.length === 0
      ? "Incidents: none names it"
      : `Incidents: ${listed(incidents.map((number) => `INC-${number}`))}, which stay`,
    `Holds that were placed on it: ${holds === 0 ? "none" : `${holds}, which stay in their register`}`,
    ...rowLines(places).map(([name, words]) => `${name}: ${words}`),
    ...(lists > 0 ? ["The list that came last: what stood before it, until the next list"] : []),
    `Files of evidence: ${files === 0 ? "none" : `${files} in these incidents, which stay`}`,
    `Backups on this server: ${backups}; the last with something of it ages out on ${dayInWords(backupsGone)}`,
    exports + packs === 0
      ? "Copies given out: none since it was first named"
      : `Copies given out since it was first named: ${counted(exports, "export")} of lists, cases and the log, ${counted(packs, "evidence pack")}; what stands in them is not known here`,
  ];
}
