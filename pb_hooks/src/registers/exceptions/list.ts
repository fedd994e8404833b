import { exceptionColumns } from "#domain/registers/exceptions/csv";
import {
  type ExceptionRow,
  exceptionRow,
  exceptionStates,
  mayDecide,
} from "#domain/registers/exceptions/exception";
import { now } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { type Listing, oneValue, registerList, rowOf } from "../listing/register-list.ts";
import { isPractitioner } from "./acts.ts";

const columns = Object.keys(exceptionRow.shape) as (keyof ExceptionRow & string)[];

/** What was asked for or approved ends by its time alone (`exceptionState` of the domain says the same). */
const selected = (column: string): string =>
  column === "state"
    ? `CASE WHEN state IN ('asked', 'approved') AND until <= {:now} THEN 'ended' ELSE state END AS state`
    : `"${column}"`;

/** Staff see what they asked for; whoever decides, leads or audits sees all. */
const seen = `("by" = {:me} OR {:all} = 1)`;
const reader = ({ app, person }: Listing) => {
  const practitioner = isPractitioner(app, person);
  return { me: person.id, all: person.role !== "staff" || mayDecide({ ...person, practitioner }) ? 1 : 0 };
};

/** Exceptions, the newest first. */
export const exceptionList = registerList<ExceptionRow>({
  key: "exceptions",
  collection: "mail_exceptions",
  readers: ["staff", "manager", "dpo", "auditor"],
  columns,
  instants: ["at", "until", "decidedAt", "usedAt"],
  select: `SELECT ${columns.map(selected).join(", ")} FROM mail_exceptions WHERE ${seen}`,
  params: (listing) => ({ ...reader(listing), now: stored(now()) }),
  by: "at",
  descends: true,
  filters: { state: oneValue("state", [...exceptionStates, "ended"]), id: rowOf("id") },
  figures(listing) {
    const select = `SELECT coalesce(sum(state = 'asked' AND until > {:now}), 0) AS open FROM mail_exceptions WHERE ${seen}`;
    const params = { ...reader(listing), now: stored(now()) };
    return objectsOf<{ open: number }>(listing.app, ["open"], select, params)[0] ?? { open: 0 };
  },
  csv: () => exceptionColumns,
});
