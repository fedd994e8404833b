import { type ConsoleCommands, runInConsole as run } from "../base/console.ts";
import { remind } from "./reminders.ts";

const commands: ConsoleCommands = { remind: remindNow };

export const runInConsole = (command: pb.ConsoleCommand, use: string): void => run(commands, command, use);

/** `chaperone remind`: what each minute's run does, now. */
function remindNow(app: pb.App): string {
  remind(app);
  return "Whoever is to be asked has been asked.";
}
