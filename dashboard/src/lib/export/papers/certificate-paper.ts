import { longDate, longMoment } from "#domain/base/local-words";
import { rowClasses } from "#domain/registers/retention/due";
import { type Certificate, certificateName } from "#domain/registers/retention/places";
import { offsetIn } from "#lib/format/offset-at.ts";
import type { Paper } from "../paper.ts";
import { rowLines } from "./place-words.ts";

/**
 * A certificate of destruction: what was destroyed and why, who decided and agreed, where, and what stays until when.
 *
 * @param hash - SHA-256 of the certificate's canonical JSON, in hex.
 */
export function certificatePaper(frozen: Certificate, hash: string): Paper {
  const name = certificateName(frozen.number);
  const offsetAt = offsetIn(frozen.timeZone);
  const at = (instant: string): string => longMoment(instant, offsetAt);
  const { places, ledger } = frozen;
  const rowClass = (rowClasses as Readonly<Record<string, string>>)[frozen.rowClass] ?? frozen.rowClass;
  return {
    title: `Certificate of destruction ${name}`,
    subject: "A record that was destroyed at the end of its time",
    author: frozen.clinic,
    madeAtMs: Date.parse(frozen.doneAt),
    foot: [
      `${frozen.clinic} \u00b7 ${name}`,
      `SHA-256 of the certificate’s JSON: ${hash}`,
      `The log’s head when it was made: ${ledger.seq} \u00b7 ${ledger.hash.slice(0, 16)}`,
    ],
    blocks: [
      {
        is: "facts",
        rows: [
          ["Clinic", frozen.clinic],
          ["Record", `${frozen.system}, ${frozen.recordRef}`],
          ["Class", rowClass],
          ["Rules", frozen.rules],
          ["Due from", longDate(frozen.starts)],
        ],
      },
      { is: "heading", level: 2, text: "Decided" },
      {
        is: "facts",
        rows: [
          ["Appraised", `${frozen.appraisedBy}, ${at(frozen.appraisedAt)}\n${frozen.found}`],
          ["Asked to be destroyed", `${frozen.askedBy}, ${at(frozen.askedAt)}`],
          ["Agreed, a second person", `${frozen.second}, ${at(frozen.agreedAt)}`],
        ],
      },
      { is: "heading", level: 2, text: "Destroyed" },
      {
        is: "facts",
        rows: [
          ["In the clinical system", `${longDate(frozen.doneOn)}\n${frozen.how}`],
          ["Paper and other places", frozen.beside || "None named"],
          ["Entered", `${frozen.doneBy}, ${at(frozen.doneAt)}`],
        ],
      },
      { is: "heading", level: 2, text: "What stays, and until when" },
      {
        is: "facts",
        rows: [
          [
            "Access log",
            places.events === 0
              ? "No entry names it"
              : `${places.events} entries name it; the last is gone by tombstone on ${longDate(places.eventsGone)}`,
          ],
          [
            "Incidents",
            places.incidents.length === 0
              ? "None names it"
              : `${places.incidents.map((number) => `INC-${number}`).join(", ")}, with ${places.files} files of evidence`,
          ],
          ...(places.holds ? [["Holds", `${places.holds}, which stay in their register`] as const] : []),
          ...rowLines(places),
          ...(places.lists
            ? [["List that came last", "What stood before it, until the next list"] as const]
            : []),
          [
            "Backups of Chaperone",
            `${places.backups} on the server; the last with something of it ages out on ${longDate(places.backupsGone)}. Backups of the clinical system are not known here.`,
          ],
          [
            "Copies given out",
            `Since it was first named here: ${places.exports} exports of lists, cases and the log, ${places.packs} evidence packs. What stands in them is not known here.`,
          ],
          ["Retention", "The reference, the class and this certificate stay, to prove it"],
        ],
      },
      {
        is: "paragraph",
        look: "muted",
        text: "Chaperone can’t delete in a clinical system: that it was deleted there is said by whoever entered it.",
      },
    ],
  };
}
