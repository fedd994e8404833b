import type { TestServer } from "./server.ts";

/** Part of the hooks that holds a console command. */
const partOf = {
  "break-glass": "peopleCommands",
  pair: "peopleCommands",
  remind: "work",
  "setup-link": "peopleCommands",
} as const;
type Use = keyof typeof partOf;

/**
 * A route in the tests' hooks that does what a console command does, in the server that runs: another process would take a
 * second of the processor to read the hooks anew. A command ends its process with its answer, and this must not: `write`
 * throws, so that it writes twice where it has done its work (the answer, and that it could not be written), else once.
 */
export const commandRoute = `routerAdd("POST", "/test/command", (e) => {
  const { part, use, flags } = JSON.parse(toString(e.request.body));
  const written = [];
  const write = (bytes) => {
    written.push(toString(bytes));
    throw new Error("written");
  };
  const command = {
    outOrStdout: () => ({ write }),
    flags: () => ({ getString: (name) => flags[name] || "" }),
  };
  try {
    require(\`\${__hooks}/server.js\`)[part].runInConsole(command, use);
  } catch {}
  return e.string(written.length === 2 ? 200 : 400, written[0] || "");
});`;

/**
 * Does what a console command of the same name does, in the server itself.
 *
 * @returns What the command prints.
 * @throws {Error} With the sentence of a command that fails.
 */
export async function inServer(
  server: Pick<TestServer, "inner">,
  use: Use,
  flags: Readonly<Record<string, string>> = {},
): Promise<string> {
  const body = JSON.stringify({ part: partOf[use], use, flags });
  const answer = await fetch(`${server.inner}/test/command`, { method: "POST", body });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${use}: ${text}`);
  return text;
}
