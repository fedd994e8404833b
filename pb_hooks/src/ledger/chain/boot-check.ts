import { rowsOf } from "../../base/database.ts";

/**
 * The triggers that make `events` append-only, by the digest of their SQL with blanks folded. A trigger that is missing,
 * rewritten or added stops the start: from then on nothing the ledger says could be trusted.
 */
const guards: Digests = {
  events_next_only: "1cc8f3df5d960091079f223848a4b0129ec24ab65208f8d4201933fe87a3caa7",
  events_no_delete: "4aee6f3bfa52005263769c7a341cf8ea2be453dfa10a83fcbc460b699390076c",
  events_only_blanked_by_order: "4f8fb575848882ba1128a7047e87a9dd41de0b3175e975cf97170108d7137f46",
};

/** Those that keep what is counted, once the migration that makes them has run. */
const sums: Digests = {
  events_sum_blanked: "e50af99ed24436c0214576461bb6388f28d20ae7a2006fd3febf40b11257cb8b",
  ledger_joins_runs: "1b8832abe0ccd19a3ad47f87f27bc5c7f20e4bd3da3cf1201576b265ba2b45b2",
  ledger_sums_browsers: "db85452d83b34d3b8e749356b5ea62f19fd5a5eae3aacc5356ea9f5c8676cd92",
  ledger_sums_days: "cdad0e398d0f49ab048d5f1a2906e1fac9f9bbe30631a5725d5220678bb82fab",
  ledger_sums_mail: "3abf9276919205606227abe436698c6bc5cbd9d98d92bb9b48bf2dc151f95e65",
};
const sumsMadeBy = "1764600000_ledger_keeps_sums.js";

type Digests = { readonly [name: string]: string };

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
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('events', 'ledger_summed', 'ledger_new_runs')`,
    ).map(([name, sql]) => [String(name), $security.sha256(String(sql).replace(/\s+/g, " "))]),
  );
  for (const [name, digest] of Object.entries(hasSums(app) ? { ...guards, ...sums } : guards)) {
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

function hasSums(app: pb.App): boolean {
  const made = "SELECT count(*) AS n FROM _migrations WHERE file = {:file}";
  return rowsOf(app, ["n"], made, { file: sumsMadeBy })[0]?.[0] === 1;
}
