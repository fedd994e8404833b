import { disclosureItems, type ReviewedDisclosure } from "#domain/registers/disclosures/for-review";
import { heldInDisclosures, nothingInDisclosures } from "#domain/registers/disclosures/held";
import type { Draft } from "#domain/registers/reviews/item";
import { objectsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { countedBetween } from "../listing/counted.ts";
import { listsInPack } from "../listing/in-pack.ts";
import type { Counting, Packing, Reviewing, ServerRegister } from "../register.ts";
import { disclosureActs } from "./acts.ts";
import { planDisclosures } from "./example.ts";
import { disclosureList } from "./list.ts";

const standing = "takenBackAt = ''";
const figures = (counting: Counting) => [
  countedBetween(counting, "disclosures", {
    given: { table: "disclosures", column: "at", where: `${standing} AND outcome = 'given'` },
    refused: { table: "disclosures", column: "at", where: `${standing} AND outcome = 'refused'` },
  }),
];

const inPack = (packing: Packing) =>
  listsInPack(
    packing,
    { name: "disclosures/", holds: "disclosures.csv: what was given to others or refused, and why" },
    [disclosureList],
  );

/** What was entered since the last review. */
function agenda({ app, since }: Reviewing): Draft[] {
  const select = `SELECT receiver, outcome, takenBackAt <> '' AS takenBack FROM disclosures WHERE "at" >= {:since}`;
  const rows = objectsOf<ReviewedDisclosure>(app, ["receiver", "outcome", "takenBack"], select, {
    since: stored(since),
  });
  return disclosureItems(rows.map((row) => ({ ...row, takenBack: Boolean(row.takenBack) })));
}

/** What was given to others, or refused. */
export const disclosures = {
  acts: disclosureActs,
  lists: [disclosureList],
  agenda,
  pack: inPack,
  figures,
  about: heldInDisclosures,
  nothing: nothingInDisclosures,
  example: planDisclosures,
} satisfies ServerRegister;
