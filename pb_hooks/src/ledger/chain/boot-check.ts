import { rowsOf } from "../../base/database.ts";

/**
 * The triggers that make `events` append-only, by the digest of their SQL with blanks folded. A trigger that is missing,
 * rewritten or added stops the start: from then on nothing the ledger says could be trusted.
 */
const expected: { readonly [name: string]: string } = {
  events_next_only: "1cc8f3df5d960091079f223848a4b0129ec24ab65208f8d4201933fe87a3caa7",
  events_no_delete: "4aee6f3bfa52005263769c7a341cf8ea2be453dfa10a83fcbc460b699390076c",
  events_only_blanked_by_order: "4f8fb575848882ba1128a7047e87a9dd41de0b3175e975cf97170108d7137f46",
};

/**
 * Stops every command but the one that takes the evidence out: that is wanted most where somebody broke the guard.
 *
 * @throws {Error} If the event log is not guarded as it must be.
 */
export function checkTriggers(app: pb.App): void {
  if ($os.args.includes("sign-export")) return;
  if (!tableExists(app)) return;
  const found = new Map(
    rowsOf(
      app,
      ["name", "sql"],
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'",
    ).map(([name, sql]) => [String(name), $security.sha256(String(sql).replace(/\s+/g, " "))]),
  );
  for (const [name, digest] of Object.entries(expected)) {
    const has = found.get(name);
    if (has === undefined) throw new Error(`The event log is not protected: its trigger ${name} is missing.`);
    if (has !== digest) throw new Error(`The event log is not protected: its trigger ${name} was changed.`);
    found.delete(name);
  }
  for (const name of found.keys()) throw new Error(`The event log has a trigger that is not ours: ${name}.`);
}

/** On a first start the migration that makes the table has not run yet. */
function tableExists(app: pb.App): boolean {
  const made = rowsOf(
    app,
    ["n"],
    "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name = 'events'",
  );
  return made[0]?.[0] === 1;
}
