import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeKeys } from "../../../scripts/folder/keys.mjs";
import {
  dataPaths,
  obtainPocketbase,
  runCommand,
  serverArgs,
  serverEnv,
} from "../../../scripts/serving/server.mjs";
import { atExit } from "../at-exit.ts";
import { hooksFolder } from "./hooks-folder.ts";
import { exampleData } from "./ready-data.ts";

/** How long a start may take on a loaded machine, in milliseconds. */
const startsWithin = 60_000;

export interface TestServer {
  readonly url: string;
  /** The data folder: `pb` and `keys` lie in it. */
  readonly data: string;
  readonly pid: number;
  /** What the server has printed so far. */
  output(): string;
  /** Ends the server as Ctrl+C does; the folder goes too unless `keep`. */
  stop(options?: { keep?: boolean }): Promise<void>;
  /** Ends it as a power cut does: no goodbye. The folder stays. */
  kill9(): Promise<void>;
  /** Runs a console command beside the server, such as `["chaperone", "expire"]`. */
  command(args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }>;
}

export interface ServerOptions {
  /** A new folder with the invented clinic, copied from one that is made once in a run; its sign-ins are in `example.json`. */
  readonly example?: boolean;
  readonly port?: number;
  /** A folder used before; a new one otherwise. */
  readonly data?: string;
  /** A folder of built hooks other than this project's. */
  readonly hooks?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a real server on a real folder and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const hooks = options.hooks ?? (await hooksFolder());
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const data = options.data ?? (options.example ? await exampleData(url) : newDataFolder());
  const command = (args: readonly string[]) => runCommand(data, args, { url, hooks });

  const env = { ...serverEnv(data, { url, self: url }), ...options.env };
  const child = spawn(await obtainPocketbase(), serverArgs(data, { port, hooks }), { env });
  atExit(() => child.kill("SIGKILL"));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      output += part;
    });
  }
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  // A test run that is broken off leaves no server behind.
  const killed = () => child.kill("SIGKILL");
  process.once("exit", killed);
  child.once("close", () => process.off("exit", killed));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  await answers(url, child, () => output);

  return {
    url,
    data,
    pid: child.pid ?? 0,
    output: () => output,
    command,
    kill9: () => end("SIGKILL"),
    stop: async ({ keep = false } = {}) => {
      await end("SIGTERM");
      if (!keep) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** An empty data folder with keys, as `npm start` leaves it before the first start. */
export function newDataFolder(): string {
  const data = mkdtempSync(join(tmpdir(), "chaperone-data-"));
  makeKeys(dataPaths(data).keys);
  mkdirSync(dataPaths(data).pb, { recursive: true, mode: 0o700 });
  return data;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const late = Date.now() + startsWithin;
  while (child.exitCode === null && Date.now() < late) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not start: ${output()}`);
}
