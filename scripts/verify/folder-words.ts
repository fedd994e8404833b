import type { CheckedContradiction, CheckedRow } from "#domain/ledger/checked";
import type { Held } from "#domain/ledger/witness/held-against";
import type { Looked } from "./folder.ts";

/** What is wrong with a folder's log, in sentences; none where nothing contradicts it. */
export function faultsOf({ head, held, kept, unsigned, verdict, rows }: Looked): string[] {
  const broken = verdict?.finding;
  return [
    ...(broken ? [`Broken at event ${broken.seq}: ${broken.fault}.`] : []),
    ...[held, kept].flatMap((one) => contradictionsOf(one, head.seq)),
    ...unsigned.map(
      (seq) => `Event ${seq} was signed when it was made, and its checkpoint is not there: it was deleted.`,
    ),
    ...rows.faults.map(rowWords),
    ...(rows.more > 0 ? [`${rows.more} more rows like these.`] : []),
  ];
}

function contradictionsOf(held: Held, last: number): string[] {
  if (held.contradicted === 0) return [];
  const lines = held.contradictions.map(({ from, witness, is }) =>
    contradiction({ from, seq: witness.seq, is }, last),
  );
  const more = held.contradicted - lines.length;
  const where = concernedWords(held.concerned);
  return [...lines, ...(more > 0 ? [`${more} more like these.`] : []), ...(where ? [where] : [])];
}

/** @param last - The last entry of the log. */
export function contradiction({ from, seq, is }: CheckedContradiction, last: number): string {
  if (is === "differs") return `Event ${seq} is another one than ${from} says.`;
  if (is === "beyond")
    return `The log ends at event ${last}, and ${from} knows event ${seq}: it was cut off.`;
  if (is === "gone") return `Event ${seq} is missing, and ${from} knows it.`;
  if (is === "other-key")
    return `Event ${seq} was signed with another key than the one in the keys folder, as ${from} says: the key was changed.`;
  return `The signature of ${from}, of event ${seq}, does not fit: it was changed.`;
}

function concernedWords(concerned: Held["concerned"]): string | undefined {
  if (!concerned) return undefined;
  const { from, to } = concerned;
  if (from === to) return `First event concerned: ${from}. Nothing from there on can be trusted.`;
  return `First event concerned: between ${from} and ${to}; nothing agrees with the log after event ${from - 1}.`;
}

/** What became of a row of a register behind the server. */
export function rowWords({ collection, id, is, seq }: CheckedRow): string {
  const row = `Row ${id} of ${collection}`;
  if (collection === "row_seals")
    return `The baseline of rows that event ${seq} took was changed: rows that nothing has written since can't be checked.`;
  if (is === "text") return `${row}: its frozen text is another one than its hash says.`;
  if (is === "file") return `${row}: its file is another one than was kept, or is gone.`;
  if (is === "added") return `${row} was added behind the server: no event made it.`;
  if (is === "deleted") return `${row} was deleted behind the server: event ${seq} left it there.`;
  return `${row} was changed behind the server: event ${seq} left it otherwise.`;
}

/** What agrees. */
export function agreesWords({ held, kept, rows }: Looked): string[] {
  const say = (one: Held, what: string) =>
    one.agreed === 0 ? [] : [`${one.agreed} of ${one.asked} ${what} agree, up to event ${one.newest}.`];
  const left = rows.unknown === 0 ? "" : `; of ${rows.unknown} no event keeps a hash yet`;
  const agreeing =
    rows.checked -
    rows.faults.filter(({ collection, is }) => is === "changed" && collection !== "row_seals").length;
  const ofRows =
    rows.checked + rows.unknown === 0
      ? []
      : [`${agreeing} of ${rows.checked} rows of the registers agree${left}.`];
  return [...say(held, "witnesses in this folder"), ...say(kept, "kept elsewhere"), ...ofRows];
}
