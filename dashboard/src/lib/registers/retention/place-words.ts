import type { RecordPlaces } from "#domain/registers/retention/places";
import { counted, listed } from "#lib/format/sentence.ts";
import { dayWords } from "./words.ts";

/** Where something of a record lies in Chaperone, a line a place: also where there is nothing. */
export function placeLines(places: RecordPlaces): string[] {
  const { holds = 0, lists = 0 } = places;
  const { events, eventsGone, incidents, files, backups, backupsGone, exports, packs } = places;
  return [
    events === 0
      ? "The access log: no entry names it"
      : `The access log: ${counted(events, "entry", "entries")}, the last gone on ${dayWords(eventsGone)}`,
    incidents.length === 0
      ? "Incidents: none names it"
      : `Incidents: ${listed(incidents.map((number) => `INC-${number}`))}, which stay`,
    `Holds that were placed on it: ${holds === 0 ? "none" : `${holds}, which stay in their register`}`,
    ...(lists > 0 ? ["The list that came last: what stood before it, until the next list"] : []),
    `Files of evidence: ${files === 0 ? "none" : `${files} in these incidents, which stay`}`,
    `Backups on this server: ${backups}; the last with something of it ages out on ${dayWords(backupsGone)}`,
    exports + packs === 0
      ? "Copies given out: none since it was first named"
      : `Copies given out since it was first named: ${counted(exports, "export")} of lists, cases and the log, ${counted(packs, "evidence pack")}; what stands in them is not known here`,
  ];
}
