/// <reference path="./types.d.ts" />
// Console commands about people, beside a running server too. PocketBase loads hook files in no fixed order: whichever
// comes first makes the commands' parent.
(() => {
  const parent = $app.rootCmd.commands().find((command) => command.name() === "chaperone");
  const chaperone = parent ?? new Command({ use: "chaperone", short: "Chaperone's own commands" });
  if (!parent) $app.rootCmd.addCommand(chaperone);
  const add = (use, short, part = "peopleCommands") => {
    const command = new Command({
      use,
      short,
      run: (self) => require(`${__hooks}/server.js`)[part].runInConsole(self, use),
    });
    chaperone.addCommand(command);
    return command;
  };
  add("setup-link", "Prints a one-time link that sets up the clinic");
  add("break-glass", "Opens the superuser's window for half an hour");
  add("example", "Fills an empty folder with an invented clinic", "example")
    .flags()
    .string("ended", "", "instant at which its ten weeks ended; now, where it is not given");
  add("reenrol", "Prints a link for somebody who lost phone and recovery codes")
    .flags()
    .string("user", "", "the person's e-mail address");
  const pair = add("pair", "Pairs a browser for scripts and prints its token");
  pair.flags().string("user", "", "e-mail address of the person who owns the browser");
  pair.flags().string("desk", "", "name of a shared desk");
})();
