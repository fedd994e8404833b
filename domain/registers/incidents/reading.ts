import { canonicalJson } from "../../base/canonical-json.ts";
import type { OffsetAt } from "../../base/local-time.ts";
import { longMoment } from "../../base/local-words.ts";
import type { IncidentReport } from "./report.ts";

/**
 * What a person reads of a report before it is frozen, as the text whose SHA-256 says so: all of it but the moment and
 * the log's head, which are of the freezing itself.
 */
export const readingOf = ({ read: _, ...report }: IncidentReport): string =>
  canonicalJson({ ...report, madeAt: "", ledgerSeq: 0 });

/** What a paper says of names: who looked for them. That it names nobody is not known. */
export function screenedInWords(read: IncidentReport["read"], offsetAt: OffsetAt): string {
  if (read === undefined) return "Screened by Chaperone; not recorded who read it.";
  return `Screened by Chaperone, read by ${read.by} on ${longMoment(read.at, offsetAt)}.`;
}

/** The same of a report that is not frozen yet. */
export const notReadYet = "Screened by Chaperone. Not yet read by a person.";
