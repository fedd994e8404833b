import { browserName } from "#domain/acts";
import { policy } from "#domain/policy";
import { type ConsoleCommands, runInConsole as run } from "../../base/console.ts";
import { objectsOf } from "../../base/database.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { openWindow } from "../../people/break-glass.ts";
import { makeLink } from "../../people/links.ts";
import { makeBrowser } from "../../people/pairing.ts";
import { reenrol } from "./users.ts";

const commands: ConsoleCommands = {
  "setup-link": setUpLink,
  reenrol: reenrolByAddress,
  "break-glass": breakGlass,
  pair: pairForScript,
};

export function runInConsole(command: pb.ConsoleCommand, use: string): void {
  $app.runAllMigrations();
  run(commands, command, use);
}

/** `chaperone setup-link`: one link, 24 hours, only while there is no clinic. */
function setUpLink(app: pb.App): string {
  if (clinicOf(app)) throw new Error("The clinic is set up already.");
  return inLedgerTransaction(app, (tx) => makeLink(tx, "setup", "", policy.setupLinkLives)).link;
}

/** `chaperone reenrol --user EMAIL`: for a lead who lost phone and recovery codes and has no second lead. */
function reenrolByAddress(app: pb.App, flag: (name: string) => string): string {
  const address = flag("user").trim().toLowerCase();
  if (address === "") throw new Error("Say whose sign-in is made anew: --user EMAIL.");
  return inLedgerTransaction(app, (tx) => {
    const [person] = tx.findRecordsByFilter("users", "email = {:address} && active = true", "", 1, 0, {
      address,
    });
    if (!person) throw new Error(`No active person has the e-mail address ${address}.`);
    return reenrol(tx, person).link;
  });
}

/** `chaperone break-glass`: opens the superuser's window. */
function breakGlass(app: pb.App): string {
  const { email, password, until } = openWindow(app);
  return [
    `Break-glass is open until ${until}, from this machine alone. It is on the record.`,
    `  ${$os.getenv("CHAPERONE_URL")}/_/`,
    `  ${email}`,
    `  ${password}`,
  ].join("\n");
}

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
