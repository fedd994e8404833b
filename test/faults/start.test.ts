import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "../support/server/server.ts";
import { type Start, start } from "../support/server/start.ts";

const serving = "Chaperone is served at";
/** Beginnings of what only a programmer wants to see. */
const trace = /\n\s+at |goroutine |panic:|node:internal/;

let folder: string;
let data: string;
let port: number;
let started: Start[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "chaperone-start-"));
  data = join(folder, "data");
  port = await freePort();
  started = [];
});
afterEach(async () => {
  for (const each of started) await each.end("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

function startHere(flags: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Start {
  const made = start(["--port", String(port), "--data", data, ...flags], env);
  started.push(made);
  return made;
}

/** Starts, expects a refusal, and gives its sentence. */
async function refused(
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const attempt = startHere(flags, env);
  expect(await attempt.ended).toBe(1);
  expect(attempt.printed()).not.toMatch(trace);
  return attempt.printed().trim().split("\n").at(-1) ?? "";
}

/** Starts, waits until it serves, stops it by Ctrl+C. */
async function served(flags: readonly string[] = []): Promise<string> {
  const attempt = startHere(flags);
  await attempt.says(serving);
  expect(await attempt.end("SIGINT")).toBe(0);
  return attempt.printed();
}

let ready = "";
afterAll(() => {
  if (ready !== "") rmSync(ready, { recursive: true, force: true });
});

/** Puts a clinic's folder in place that was made by a start, served and stopped: a copy of one that is made once. */
async function servedBefore(): Promise<void> {
  if (ready === "") {
    await served();
    ready = mkdtempSync(join(tmpdir(), "chaperone-ready-"));
    cpSync(data, ready, { recursive: true, preserveTimestamps: true });
    return;
  }
  cpSync(ready, data, { recursive: true, preserveTimestamps: true });
}

/** PocketBase's process, as the folder names it. */
const serverPid = (): number => JSON.parse(readFileSync(join(data, "running.json"), "utf8")).server.pid;

async function untilEnded(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The process that ends this server when its start ends. */
function watchOf(server: number): number {
  const words = `chaperone-watch\0${server}\0`;
  const found = readdirSync("/proc").find((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(join("/proc", name, "cmdline"), "utf8").endsWith(words);
    } catch {
      return false;
    }
  });
  if (!found) throw new Error("nobody watches it");
  return Number(found);
}

describe("a start that cannot be", () => {
  test("port taken: said before anything is made", async () => {
    const other = createServer().listen(port, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    expect(await refused()).toContain(`Port ${port} on 127.0.0.1 is taken`);
    other.close();
    expect(existsSync(data)).toBe(false);
  });

  test("a file in the folder's place", async () => {
    writeFileSync(data, "a letter");
    expect(await refused()).toContain("is a file, not a folder");
    expect(readFileSync(data, "utf8")).toBe("a letter");
  });

  test("a folder of other things", async () => {
    mkdirSync(data);
    writeFileSync(join(data, "letter.txt"), "a letter");
    expect(await refused()).toContain("holds other files");
    expect(readdirSync(data)).toEqual(["letter.txt"]);
  });

  test("another version in POCKETBASE", async () => {
    expect(await refused([], { POCKETBASE: process.execPath })).toContain("Chaperone needs version");
    expect(existsSync(data)).toBe(false);
  });

  test("an unknown flag", async () =>
    expect(await refused(["--bogus"])).toContain("Unknown option '--bogus'"));
});

describe("a folder in use", () => {
  test("the first start prints a set-up link, leaves private folders, and a second start finds all in order", async () => {
    const first = await served();
    expect(first).toMatch(new RegExp(`http://127\\.0\\.0\\.1:${port}/\\S+`));
    expect(first).not.toContain("pbinstal");
    for (const name of [".", "pb", "keys"]) expect(statSync(join(data, name)).mode & 0o077).toBe(0);
    expect(readdirSync(data).sort()).toEqual(["ended.json", "folder.json", "keys", "pb", "quota.json"]);
    expect(readdirSync(join(data, "pb")).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]); // closed, not killed
    await served();
  });

  test("two starts on one folder: the second is refused, the first stays", async () => {
    const first = startHere();
    await first.says(serving);
    const wanted = port;
    port = await freePort();
    expect(await refused()).toContain("is already being served");
    expect((await fetch(`http://127.0.0.1:${wanted}/api/health`)).status).toBe(200);
  });

  test("a start killed outright takes its server along", async () => {
    const first = startHere();
    await first.says(serving);
    const pid = serverPid();
    await first.end("SIGKILL");
    await untilEnded(pid);
    expect(readdirSync(join(data, "pb")).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]); // closed, not killed
    expect(await served()).not.toContain("left its server running");
  });

  test.runIf(process.platform === "linux")(
    "a start killed with whoever watches it leaves a server, which the next start ends and replaces",
    async () => {
      const first = startHere();
      await first.says(serving);
      process.kill(watchOf(serverPid()), "SIGKILL");
      await first.end("SIGKILL");
      expect(await served()).toContain("left its server running");
    },
  );

  test("a server killed outright takes its start along, which says so", async () => {
    const first = startHere();
    await first.says(serving);
    process.kill(serverPid(), "SIGKILL");
    expect(await first.ended).toBe(1);
    expect(first.printed()).toContain("The server stopped");
    await served();
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s stops it cleanly at any moment", async (signal) => {
    const first = startHere();
    await first.says("Making the database");
    expect(await first.end(signal)).toBe(130);
    await served();
  });

  test("a database overwritten at its beginning or in its middle is refused and left alone", async () => {
    await servedBefore();
    const file = join(data, "pb", "data.db");
    const whole = readFileSync(file);
    for (const at of [0, Math.floor(whole.length / 2)]) {
      writeFileSync(file, whole);
      writeSync(openSync(file, "r+"), Buffer.alloc(20_000, 0x41), 0, 20_000, at);
      const broken = readFileSync(file);
      expect(await refused()).toContain("is broken: restore the folder from your backup");
      expect(readFileSync(file).equals(broken)).toBe(true);
    }
    writeFileSync(file, whole);
    await served();
  });

  test("a missing key is not replaced", async () => {
    await servedBefore();
    rmSync(join(data, "keys", "signing.key"));
    expect(await refused()).toContain("restore the keys folder");
    expect(existsSync(join(data, "keys", "signing.key"))).toBe(false);
  });
});

describe("the keys of a folder", () => {
  test("another one is refused with its name and what to do, and nothing is changed", async () => {
    await servedBefore();
    for (const name of ["digest.key", "reference.key", "signing.key", "encryption.key"]) {
      const file = join(data, "keys", name);
      const before = readFileSync(file, "utf8");
      writeFileSync(file, (before[0] === "a" ? "b" : "a") + before.slice(1));
      const said = await refused();
      expect(said).toMatch(/not the ones? that these data were made with|not the ones it was made with/);
      expect(said).toMatch(/keys folder/);
      if (name !== "encryption.key") expect(said).toContain(file);
      expect(said).not.toContain(before.trim().slice(1));
      writeFileSync(file, before);
    }
    await served();
  });

  test.runIf(process.platform !== "win32")(
    "one that others can read is refused with what to type",
    async () => {
      await servedBefore();
      const file = join(data, "keys", "signing.key");
      chmodSync(file, 0o644);
      expect(await refused()).toContain(`chmod 600 "${file}"`);
      chmodSync(file, 0o600);
      await served();
    },
  );
});

describe("the example clinic", () => {
  test("is made in an empty folder, shown, and started unchanged the next time, at another port too", async () => {
    mkdirSync(data);
    const first = await served(["--example"]);
    const file = join(data, "example.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const made = JSON.parse(readFileSync(file, "utf8"));
    expect(made.url).toBe(`http://127.0.0.1:${port}`);
    for (const user of made.users) {
      for (const part of ["email", "name", "role", "password", "totpSecret"])
        expect(first).toContain(user[part]);
    }
    port = await freePort();
    const second = await served(["--example"]);
    for (const user of made.users) expect(second).toContain(user.totpSecret);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ ...made, url: `http://127.0.0.1:${port}` });
  });

  test("is not made over a clinic", async () => {
    await servedBefore();
    expect(await refused(["--example"])).toContain("holds a clinic already");
    expect(existsSync(join(data, "example.json"))).toBe(false);
  });

  test("interrupted in the making, is made anew", async () => {
    const first = startHere(["--example"]);
    await first.says("Making the example clinic");
    expect(await first.end("SIGINT")).toBe(130);
    expect(await refused()).toContain("was interrupted");
    await served(["--example"]);
  });
});
