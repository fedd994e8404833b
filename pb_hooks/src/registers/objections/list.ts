import { objectionColumns } from "#domain/registers/objections/csv";
import {
  type ObjectionRow,
  objectionKinds,
  objectionRow,
  objectionStates,
} from "#domain/registers/objections/objection";
import { objectsOf } from "../../base/database.ts";
import { hiddenFrom } from "../../ledger/offers.ts";
import { type Listing, oneValue, registerList, rowOf } from "../listing/register-list.ts";

const columns = Object.keys(objectionRow.shape) as (keyof ObjectionRow & string)[];

/** Staff see what they said themselves; nobody sees what belongs to a case that is kept from them. */
const seen = `("by" = {:me} OR {:all} = 1) AND breach NOT IN (SELECT value FROM json_each({:hidden}))`;
const reader = ({ app, person }: Listing) => ({
  ...{ me: person.id, all: person.role === "staff" ? 0 : 1 },
  hidden: JSON.stringify(hiddenFrom(app, person)),
});

/** What people said about entries of themselves, the newest first. */
export const objectionList = registerList<ObjectionRow>({
  key: "objections",
  collection: "objections",
  readers: ["staff", "manager", "dpo", "auditor"],
  columns,
  instants: ["at", "answeredAt"],
  select: `SELECT ${columns.map((column) => `"${column}"`).join(", ")} FROM objections WHERE ${seen}`,
  params: reader,
  by: "at",
  descends: true,
  filters: {
    what: oneValue("what", objectionKinds),
    state: oneValue("state", objectionStates),
    by: { fits: (value) => /^[a-z0-9]{15}$/.test(value), where: '"by" = {:by}' },
    id: rowOf("id"),
  },
  figures: figuresOf,
  csv: () => objectionColumns,
});

function figuresOf(listing: Listing) {
  const select = `SELECT coalesce(sum(state = 'asked'), 0) AS open,
      coalesce(sum(state = 'asked' AND limitOn < {:today}), 0) AS late FROM objections WHERE ${seen}`;
  const params = { ...reader(listing), today: listing.today };
  const [sums] = objectsOf<{ open: number; late: number }>(listing.app, ["open", "late"], select, params);
  return sums ?? { open: 0, late: 0 };
}
