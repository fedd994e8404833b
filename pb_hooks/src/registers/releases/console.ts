import { type ConsoleCommands, runInConsole as run } from "../../base/console.ts";
import { forgetNames } from "./forget-names.ts";

export { forgetNames };

const commands: ConsoleCommands = { "forget-names": forgetNow };

export const runInConsole = (command: pb.ConsoleCommand, use: string): void => run(commands, command, use);

/** `chaperone forget-names`: what each hour's run does, now. */
function forgetNow(app: pb.App): string {
  forgetNames(app);
  return "Names whose time is over are gone.";
}
