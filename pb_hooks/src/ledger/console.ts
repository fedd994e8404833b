import { browserName } from "#domain/acts";
import { type ConsoleCommands, runInConsole as run } from "../base/console.ts";
import { objectsOf } from "../base/database.ts";
import { makeBrowser } from "../people/pairing.ts";
import { expire, whyItStands } from "./expire.ts";
import { scrub } from "./scrub.ts";
import { startExport } from "./start-export.ts";
import { inLedgerTransaction } from "./transaction.ts";

const commands: ConsoleCommands = {
  pair: pairForScript,
  expire: expireNow,
  backup: backUp,
  // Who runs the machine has the whole database: nothing is withheld there, and events of a confidential case name nobody.
  "sign-export": (app) => JSON.stringify(startExport(app, { hidden: [] }).head),
};

export const runInConsole = (command: pb.ConsoleCommand, use: string): void => run(commands, command, use);

/**
 * `chaperone pair --user EMAIL | --desk NAME`: pairs a browser of the clinic for scripts.
 *
 * @returns its token.
 */
function pairForScript(app: pb.App, flag: (name: string) => string): string {
  const user = flag("user");
  const desk = flag("desk");
  if ((user === "") === (desk === "")) {
    throw new Error(
      "Say who holds the browser: --user EMAIL for a person, or --desk NAME for a shared desk.",
    );
  }
  const name = desk === "" ? "Paired in the terminal" : browserName.safeParse(desk).data;
  if (name === undefined) throw new Error("The name of a desk is one line of at most 80 characters.");
  const owner = user === "" ? "" : personByEmail(app, user);
  const id = inLedgerTransaction(app, (tx) =>
    makeBrowser(
      tx,
      {
        name,
        holder: desk === "" ? "person" : "desk",
        device: "clinic",
        user: owner,
        madeBy: "",
      },
      "script",
    ),
  );
  return app.findRecordById("browsers", id).newAuthToken();
}

function personByEmail(app: pb.App, email: string): string {
  const [person] = objectsOf<{ id: string; role: string }>(
    app,
    ["id", "role"],
    "SELECT id, role FROM users WHERE email = {:email} COLLATE NOCASE AND email <> '' AND active = TRUE",
    { email },
  );
  if (!person) throw new Error(`No active person has the e-mail address ${email}.`);
  if (person.role === "auditor") throw new Error("An auditor only reads: nothing is recorded for one.");
  return person.id;
}

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
  const name = `chaperone_${new Date().toISOString().slice(0, 19).replace(/\D/g, "")}.zip`;
  app.createBackup(new Context(), name);
  return `pb/backups/${name}`;
}
