import type { WaitingErasure } from "#domain/ledger/erasure";
import { wordsOf } from "#lib/format/kinds.ts";

/**
 * What is to be erased, and how that stands.
 *
 * @param at - An instant in the clinic's words.
 */
export function erasureWords(
  row: WaitingErasure,
  at: (instant: string) => string,
): { readonly title: string; readonly says: string } {
  const what = row.kind === "" ? "An entry" : wordsOf(row.kind).long;
  const entry = row.seq > 0 ? `, entry ${row.seq}` : "";
  const when = row.occurredAt === "" ? "" : `, ${at(row.occurredAt)}`;
  const who = row.person === "" ? "" : `, by ${row.person}`;
  return { title: `${what}${entry}${who}${when}`, says: stands(row, at) };
}

function stands(row: WaitingErasure, at: (instant: string) => string): string {
  const { state, mine, askedBy, askedAt, until, decidedBy, reason } = row;
  switch (state) {
    case "asked":
      return mine
        ? `Asked for ${at(askedAt)}. A second person has until ${at(until)} to confirm it.`
        : `${askedBy} asked for it ${at(askedAt)}. You can confirm it until ${at(until)}.`;
    case "done":
      return `Erased: ${decidedBy} confirmed it.`;
    case "declined":
      return `${decidedBy} said no: ${reason}`;
    case "withdrawn":
      return "You took it back.";
    case "lapsed":
      return "Nobody confirmed it in time. You can ask for it again.";
  }
}
