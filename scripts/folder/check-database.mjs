// Run by the installed Node: looks through SQLite files and names the first that is damaged (exit code 1).
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

for (const file of process.argv.slice(2)) {
  if (!existsSync(file)) continue;
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    const [first] = database.prepare("PRAGMA quick_check(1)").all();
    database.close();
    if (first?.quick_check !== "ok") throw new Error();
  } catch {
    console.log(file);
    process.exit(1);
  }
}
