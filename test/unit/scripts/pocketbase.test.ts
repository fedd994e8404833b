import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { obtainPocketbase } from "../../../scripts/pocketbase/obtain.mjs";
import { cacheFolder, release } from "../../../scripts/pocketbase/release.mjs";
import { checkedUnpack } from "../../../scripts/pocketbase/ways.mjs";

const os = process.platform === "win32" ? "windows" : process.platform;
const target = `${os}_${process.arch === "x64" ? "amd64" : process.arch}`;
const name = os === "windows" ? "pocketbase.exe" : "pocketbase";
const pinned = { download: release.download, sum: release.sha256[target] };

let cache: string;
let server: Server | undefined;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "chaperone-cache-"));
  vi.stubEnv("XDG_CACHE_HOME", cache);
  vi.stubEnv("LOCALAPPDATA", cache);
  vi.stubEnv("POCKETBASE", "");
  vi.stubEnv("PATH", "");
  vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => {
  server?.close();
  server = undefined;
  vi.unstubAllEnvs();
  Object.assign(release, { download: pinned.download });
  release.sha256[target] = pinned.sum;
  rmSync(cache, { recursive: true, force: true });
});

/** Serves one answer to every request, in place of the release page. */
async function releasePage(status: number, body: Uint8Array): Promise<void> {
  server = createServer((_, response) => response.writeHead(status).end(body)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  release.download = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What a failed attempt left behind. */
const left = () =>
  readdirSync(cache, { recursive: true }).filter(
    (path) => !/^chaperone(.pocketbase(.[\d.]+)?)?$/.test(String(path)),
  );

test("an archive with another checksum is refused before it is unpacked", () => {
  const zip = Buffer.from(zipSync({ [name]: new Uint8Array([1]) }));
  expect(() => checkedUnpack(zip, "0".repeat(64))).toThrow("another checksum");
});

test("a tampered download is thrown away and nothing is left of it", async () => {
  await releasePage(
    200,
    zipSync({ [name]: new TextEncoder().encode("#!/bin/sh\necho pocketbase version 0.40.4\n") }),
  );
  await expect(obtainPocketbase()).rejects.toThrow("another checksum than the pinned one");
  expect(left()).toEqual([]);
});

test.each([
  [404, "answered with 404"],
  [500, "answered with 500"],
])("a release page that answers %i is named, and what to do instead", async (status, part) => {
  await releasePage(status, new Uint8Array());
  await expect(obtainPocketbase()).rejects.toThrow(part);
  await expect(obtainPocketbase()).rejects.toThrow("POCKETBASE");
});

test("without network and Go one sentence says what to do", async () => {
  release.download = "http://127.0.0.1:9";
  await expect(obtainPocketbase()).rejects.toThrow(/not reachable.*Go was not found.*POCKETBASE/);
  expect(left()).toEqual([]);
});

test("the right archive becomes the cached program, and the next time nothing is fetched", async () => {
  vi.unstubAllEnvs();
  const real = readFileSync(await obtainPocketbase());
  vi.stubEnv("XDG_CACHE_HOME", cache);
  vi.stubEnv("LOCALAPPDATA", cache);
  const zip = zipSync({ [name]: real }, { level: 0 });
  release.sha256[target] = createHash("sha256").update(zip).digest("hex");
  await releasePage(200, zip);
  const program = join(cacheFolder(), name);
  expect(await obtainPocketbase()).toBe(program);
  expect(readFileSync(program).equals(real)).toBe(true);
  server?.close();
  release.download = "http://127.0.0.1:9";
  expect(await obtainPocketbase()).toBe(program);
}, 30_000);

test.each([
  ["/nowhere/pocketbase", "does not exist"],
  [process.execPath, "not PocketBase"],
])("POCKETBASE=%s is refused", async (path, part) => {
  vi.stubEnv("POCKETBASE", path);
  await expect(obtainPocketbase()).rejects.toThrow(part);
});
