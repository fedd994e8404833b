import type { EventRow } from "#domain/ledger/ledger";
import type { Caller } from "../../base/caller.ts";
import type { NamedRow } from "./log-select.ts";

/** Columns that tell where an event stands in the chain: with them anybody counts what they are not shown. */
const ofChain = ["seq", "v", "bodyHash", "prev", "hash", "orderedBy", "idDigest", "salt"] as const;
export type OfChain = (typeof ofChain)[number];
export const isOfChain = (column: string): boolean => ofChain.some((one) => one === column);

/** An event as a person is shown it; its place in the chain is for the lead. */
export type Shown<Row extends EventRow = NamedRow> = Omit<Row, OfChain> &
  Partial<Pick<Row, OfChain>> & { readonly blanked: boolean };

/** Whether somebody is shown the chain itself. */
export const readsChain = ({ role }: Pick<Caller, "role">): boolean => role === "dpo";

/** @returns the row with what the person may know of it. */
export function shownTo<Row extends EventRow>(person: Caller, row: Row): Shown<Row> {
  const blanked = row.orderedBy > 0;
  if (readsChain(person)) return { ...row, blanked };
  const kept = Object.fromEntries(Object.entries(row).filter(([column]) => !isOfChain(column)));
  return {
    ...kept,
    id: blanked ? blankId(row) : row.id,
    detail: detailFor(person, row),
    blanked,
  } as Shown<Row>;
}

/** The id of what is blanked is its number; outside the lead it has another, as long and as steady. */
const blankId = ({ hash }: EventRow): string => `t${$security.sha256(`blanked ${hash}`).slice(0, 14)}`;

/** What an event says of other events' numbers: which an order blanked, how many somebody took who may see more. */
function detailFor(person: Caller, { kind, user, detail }: EventRow): string {
  if (detail === "" || !["event.erase", "event.expire", "log.export"].includes(kind)) return detail;
  const { seqs: _, rows, ...rest } = JSON.parse(detail) as { seqs?: unknown; rows?: number; what?: string };
  const own = kind === "log.export" && user === person.id && rest.what !== "ledger";
  return JSON.stringify(own ? { ...rest, rows } : rest);
}
