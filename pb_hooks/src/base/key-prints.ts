import { execute, rowsOf } from "./database.ts";
import { key } from "./keys.ts";

/** The encryption key needs none: PocketBase can't read its own settings with another one. */
const printed = ["digest.key", "reference.key", "signing.key"] as const;

/**
 * Compares the keys with those that the data were made with; the first start of a folder notes them.
 *
 * @throws {Error} With a sentence, where a key is another: the log would be signed as somebody else, erased events taken for
 *   new ones, and records no longer be found under their references.
 */
export function checkKeys(app: pb.App): void {
  if (!hasTable(app)) return;
  const known = new Map(
    rowsOf(app, ["name", "print"], "SELECT name, print FROM key_prints").map(([name, print]) => [
      String(name),
      String(print),
    ]),
  );
  for (const name of printed) {
    const print = printOf(name);
    if (!known.has(name)) note(app, name, print);
    else if (known.get(name) !== print) throw new Error(another(name));
  }
}

const printOf = (name: (typeof printed)[number]): string =>
  $security.sha256(`chaperone ${name}\n${key(name)}`);

const another = (name: string): string =>
  `The key ${$filepath.join($os.getenv("CHAPERONE_KEYS"), name)} is not the one that these data were made with: put the keys folder of this clinic there, from your backup. Nothing was changed.`;

function note(app: pb.App, name: string, print: string): void {
  execute(app, "INSERT INTO key_prints (name, print) VALUES ({:name}, {:print}) ON CONFLICT DO NOTHING", {
    name,
    print,
  });
}

/** On a first start the migration that makes the table has not run yet. */
const hasTable = (app: pb.App): boolean =>
  rowsOf(app, ["one"], "SELECT 1 AS one FROM sqlite_master WHERE type = 'table' AND name = 'key_prints'")
    .length === 1;
