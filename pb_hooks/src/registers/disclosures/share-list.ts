import { type ShareRow, shareColumns, shareRow, shareStates } from "#domain/registers/disclosures/share";
import { objectsOf } from "../../base/database.ts";
import { type Listing, oneValue, registerList, rowOf } from "../listing/register-list.ts";

const columns = Object.keys(shareRow.shape) as (keyof ShareRow & string)[];

/** What was asked of *May I share?*, the newest first. */
export const shareList = registerList<ShareRow>({
  key: "shares",
  collection: "shares",
  readers: ["manager", "dpo", "auditor"],
  columns,
  instants: ["at", "decidedAt", "professionalAt"],
  select: `SELECT ${columns.map((column) => `"${column}"`).join(", ")} FROM shares`,
  by: "at",
  descends: true,
  filters: {
    state: oneValue("state", shareStates),
    verdict: oneValue("verdict", ["permit", "refuse", "ask"]),
    id: rowOf("id"),
  },
  figures: figuresOf,
  csv: () => shareColumns,
});

function figuresOf({ app }: Listing) {
  const select = `SELECT count(*) AS answers, coalesce(sum(state = 'asked'), 0) AS waiting FROM shares`;
  const [sums] = objectsOf<{ answers: number; waiting: number }>(app, ["answers", "waiting"], select);
  return sums ?? { answers: 0, waiting: 0 };
}
