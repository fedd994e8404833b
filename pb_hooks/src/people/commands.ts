import { policy } from "#domain/policy";
import { type ConsoleCommands, runInConsole as run } from "../base/console.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { makeExample } from "../example/make-example.ts";
import { inLedgerTransaction } from "../ledger/transaction.ts";
import { reenrol } from "../registers/people/users.ts";
import { openWindow } from "./break-glass.ts";
import { makeLink } from "./links.ts";

const commands: ConsoleCommands = {
  "setup-link": setUpLink,
  reenrol: reenrolByAddress,
  "break-glass": breakGlass,
  example,
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

/** `chaperone example`: fills an empty folder with the invented clinic; prints its sign-ins as JSON. */
function example(app: pb.App): string {
  if (clinicOf(app)) throw new Error("This folder holds a clinic already.");
  return JSON.stringify({ users: makeExample(app) });
}
