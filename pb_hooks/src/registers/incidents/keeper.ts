import { execute } from "../../base/database.ts";

/** Whether somebody can sign in now; a case must not lie with one who can't. */
export const isHere = (app: pb.App, id: string): boolean =>
  app.findRecordsByFilter("users", "id = {:id} && active = true && enrolled = true", "", 1, 0, { id })
    .length > 0;

/**
 * Confidential cases about somebody who becomes lead stay with whoever keeps them now: a lead must not choose, by naming
 * a deputy, who reads what is about the lead.
 *
 * @param keepers - The lead that was and the deputy lead: the first who can sign in keeps them.
 */
export function stayWith(tx: pb.App, keepers: readonly string[], about: string): void {
  const keeper = keepers.find((id) => id !== about && isHere(tx, id));
  if (keeper === undefined) return;
  execute(
    tx,
    "UPDATE breaches SET keeper = {:keeper} WHERE confidential = TRUE AND about = {:about} AND keeper = ''",
    { keeper, about },
  );
}

/** Cases kept by somebody who leaves go where such a case goes on that day. */
export function givenUpBy(tx: pb.App, keeper: string): void {
  execute(tx, "UPDATE breaches SET keeper = '' WHERE keeper = {:keeper}", { keeper });
}
