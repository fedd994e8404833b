import { type AskRow, askColumns, askRow } from "#domain/registers/releases/ask-row";
import { objectsOf } from "../../base/database.ts";
import { type Listing, registerList, rowOf } from "../listing/register-list.ts";

const columns = Object.keys(askRow.shape) as (keyof AskRow & string)[];

/** Who asked on the telephone, the newest first. */
export const askList = registerList<AskRow>({
  key: "release-asks",
  collection: "release_asks",
  readers: ["manager", "dpo", "auditor"],
  columns,
  flags: ["refused"],
  instants: ["at", "toldAt", "liftedAt"],
  select: `SELECT ${columns.map((column) => `"${column}"`).join(", ")} FROM release_asks`,
  by: "at",
  descends: true,
  filters: {
    refused: { fits: (value) => value === "yes", where: "refused = ({:refused} = 'yes')" },
    user: rowOf("user"),
    id: rowOf("id"),
  },
  figures: figuresOf,
  csv: () => askColumns,
});

function figuresOf({ app, today }: Listing) {
  const select = `SELECT coalesce(sum(refused = FALSE), 0) AS answers, coalesce(sum(refused = TRUE), 0) AS refused
    FROM release_asks WHERE "day" = {:today}`;
  const [sums] = objectsOf<{ answers: number; refused: number }>(app, ["answers", "refused"], select, {
    today,
  });
  return sums ?? { answers: 0, refused: 0 };
}
