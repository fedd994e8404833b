import { sentStates } from "#domain/registers/requests/sent/acts";
import { sentColumns } from "#domain/registers/requests/sent/csv";
import { type SentRow, sentRow } from "#domain/registers/requests/sent/sent-row";
import { objectsOf } from "../../../base/database.ts";
import { type Listing, oneValue, registerList, rowOf } from "../../listing/register-list.ts";

export const sentColumnsStored = Object.keys(sentRow.shape) as (keyof SentRow & string)[];
export const sentSelect = `SELECT ${sentColumnsStored.map((column) => `"${column}"`).join(", ")} FROM sent_requests`;

/** What came by the public form, the newest first: for those who may accept it. */
export const sentList = registerList<SentRow>({
  key: "sent-requests",
  collection: "sent_requests",
  readers: ["manager", "dpo"],
  columns: sentColumnsStored,
  instants: ["receivedAt", "at", "clearedAt"],
  select: sentSelect,
  by: "receivedAt",
  descends: true,
  filters: { state: oneValue("state", sentStates), id: rowOf("id") },
  figures: figuresOf,
  csv: () => sentColumns,
});

function figuresOf({ app, today }: Listing) {
  const select = `SELECT count(*) AS waiting, coalesce(sum(limitOn < {:today}), 0) AS late,
    coalesce(min(limitOn), '') AS first FROM sent_requests WHERE state = 'waiting'`;
  type Sums = { waiting: number; late: number; first: string };
  const [sums] = objectsOf<Sums>(app, ["waiting", "late", "first"], select, { today });
  return sums ?? { waiting: 0, late: 0, first: "" };
}
