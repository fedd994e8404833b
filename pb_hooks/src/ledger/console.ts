import { type ConsoleCommands, runInConsole as run } from "../base/console.ts";
import { takeBaseline } from "./chain/row-baseline.ts";
import { expire, whyItStands } from "./expiry/expire.ts";
import { scrub } from "./expiry/scrub.ts";
import { startExport } from "./read/start-export.ts";

const commands: ConsoleCommands = {
  expire: expireNow,
  backup: backUp,
  "seal-rows": (app) => String(takeBaseline(app)),
  // Who runs the machine has the whole database: nothing is withheld there, and events of a confidential case name nobody.
  "sign-export": (app) => JSON.stringify(startExport(app, { hidden: [] }).head),
};

export const runInConsole = (command: pb.ConsoleCommand, use: string): void => run(commands, command, use);

/**
 * `chaperone expire`: blanks what is over its time, now.
 *
 * @throws {Error} While the clock is in doubt: then nothing is blanked.
 */
function expireNow(app: pb.App): string {
  const done = expire(app);
  if (done.is === "running") throw new Error("Another expiry is running: try again when it has ended.");
  if (done.is === "stands") throw new Error(whyItStands(done.clock));
  const { expired } = done;
  const left = scrub(app)
    ? ""
    : " What they held leaves the database's files at the server's next run, within the hour.";
  return `${expired} ${expired === 1 ? "event" : "events"} expired.${left}`;
}

/**
 * `chaperone backup`: makes a backup at once, as the nightly one, beside a running server too.
 *
 * @returns its path below the data folder.
 */
function backUp(app: pb.App): string {
  const name = `chaperone_${new Date().toISOString().slice(0, 23).replace(/\D/g, "")}.zip`;
  app.createBackup(new Context(), name);
  return `pb/backups/${name}`;
}
