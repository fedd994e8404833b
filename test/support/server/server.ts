import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { freePort as freePortAt } from "../../../scripts/base/port.mjs";
import { makeKeys } from "../../../scripts/folder/keys.mjs";
import { serve } from "../../../scripts/serving/serve.mjs";
import { dataPaths, runCommand } from "../../../scripts/serving/server.mjs";
import { atExit } from "../at-exit.ts";
import { hooksFolder } from "./hooks-folder.ts";
import { emptyData, exampleData } from "./ready-data.ts";

export interface TestServer {
  readonly url: string;
  /** The data folder: `pb` and `keys` lie in it. */
  readonly data: string;
  /** PocketBase's process; the process in front of it is the test's own. */
  readonly pid: number;
  /** PocketBase itself, past the process in front: what somebody else on this machine could find. */
  readonly inner: string;
  /** Where the public form is served; '' where it isn't. */
  readonly formUrl: string;
  /**
   * Its database, behind its back: opened when it is first asked for, which takes four milliseconds of the processor, and
   * closed before the server ends; nothing once it has ended.
   */
  database(): DatabaseSync | undefined;
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
  /** A new folder that shares no key and no secret with another, as two clinics don’t; it takes three seconds of the processor. */
  readonly stranger?: boolean;
  readonly port?: number;
  /** Serves the public form too; `url`: under which people reach it, its own by default. */
  readonly form?: { readonly url?: string };
  /** A folder used before; otherwise a new one without a clinic, copied from one that is made once in a run. */
  readonly data?: string;
  /** A folder of built hooks other than this project's. */
  readonly hooks?: string;
  /** A folder of pages other than the built dashboard. */
  readonly pages?: string;
  /** The address under which browsers reach it; its own by default. */
  readonly publicUrl?: string;
  /** Hears all that PocketBase prints, and has it print each statement. */
  readonly hear?: (text: string) => void;
}

/** How often another port is tried where somebody else of the run took it meanwhile. */
const ports = 5;

/** Starts a real server on a real folder, in front of it what the product has in front, and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  if (options.port !== undefined) return await startAt(options.port, options);
  for (let left = ports; ; left -= 1) {
    try {
      return await startAt(await freePort(), options);
    } catch (error) {
      if (left === 1 || !/is taken by another program/.test(String(error))) throw error;
    }
  }
}

async function startAt(port: number, options: ServerOptions): Promise<TestServer> {
  const hooks = options.hooks ?? (await hooksFolder());
  const url = `http://127.0.0.1:${port}`;
  const data = options.data ?? (await newFolder(options, url));
  const command = (args: readonly string[]) => runCommand(data, args, { url, hooks });

  const formPort = options.form && (await freePort());
  const formUrl = formPort === undefined ? "" : `http://127.0.0.1:${formPort}`;

  const server = await serve({
    data,
    form:
      formPort === undefined
        ? undefined
        : { host: "127.0.0.1", port: formPort, url: options.form?.url ?? formUrl },
    host: "127.0.0.1",
    port,
    url: options.publicUrl ?? url,
    hooks,
    pages: options.pages,
    hear: options.hear,
    say: () => {},
  });
  // A test run that is broken off leaves no server behind.
  atExit(() => void server.kill());
  await server.ready.catch(async (error: unknown) => {
    await server.kill();
    throw error;
  });

  const behind = behindTheBack(data);
  return {
    url,
    inner: server.inner,
    formUrl,
    database: behind.database,
    data,
    pid: server.pid,
    output: server.said,
    command,
    kill9: () => {
      behind.close();
      return server.kill();
    },
    stop: async ({ keep = false } = {}) => {
      behind.close();
      await server.stop();
      if (!keep) rmSync(data, { recursive: true, force: true });
    },
  };
}

async function newFolder({ example, stranger }: ServerOptions, url: string): Promise<string> {
  if (stranger) return newDataFolder();
  return example ? await exampleData(url) : await emptyData();
}

function behindTheBack(data: string) {
  let database: DatabaseSync | undefined;
  let isOver = false;
  return {
    database: () => {
      if (!isOver) database ??= openDatabase(data);
      return database;
    },
    close: () => {
      isOver = true;
      database?.close();
      database = undefined;
    },
  };
}

/** The database of a folder, which its server may be writing to. */
export function openDatabase(data: string): DatabaseSync {
  return new DatabaseSync(dataPaths(data).database, { timeout: 10_000 });
}

/** An empty data folder with keys, as `npm start` leaves it before the first start. */
export function newDataFolder(): string {
  const data = mkdtempSync(join(tmpdir(), "chaperone-data-"));
  makeKeys(dataPaths(data).keys);
  mkdirSync(dataPaths(data).pb, { recursive: true, mode: 0o700 });
  return data;
}

export const freePort = (): Promise<number> => freePortAt("127.0.0.1");
