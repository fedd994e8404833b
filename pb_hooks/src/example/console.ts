import { type ConsoleCommands, runInConsole as run } from "../base/console.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { makeExample } from "./make-example.ts";

const commands: ConsoleCommands = { example };

export function runInConsole(command: pb.ConsoleCommand, use: string): void {
  $app.runAllMigrations();
  run(commands, command, use);
}

/** `chaperone example`: fills an empty folder with the invented clinic; prints its sign-ins as JSON. */
function example(app: pb.App, flag: (name: string) => string): string {
  if (clinicOf(app)) throw new Error("This folder holds a clinic already.");
  const ended = flag("ended") === "" ? Date.now() : Date.parse(flag("ended"));
  if (!(ended <= Date.now())) throw new Error("--ended is no instant of the past.");
  return JSON.stringify({ users: makeExample(app, ended) });
}
