/** A console command: gets the app and its flags, gives what it prints. Throws one sentence for the person. */
export type ConsoleCommands = {
  readonly [use: string]: (app: pb.App, flag: (name: string) => string) => string;
};

/**
 * Runs a command to its end: its answer alone on stdout, or one sentence there and exit code 1. PocketBase drops what a
 * command writes to stderr, and its console prints a date before each line.
 */
export function runInConsole(commands: ConsoleCommands, command: pb.ConsoleCommand, use: string): void {
  const say = (text: string) => command.outOrStdout().write(toBytes(`${text}\n`));
  try {
    say(commands[use]?.($app, (name) => command.flags().getString(name)) ?? "");
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    $os.exit(1);
  }
}
