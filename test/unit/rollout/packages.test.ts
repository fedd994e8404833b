import { createHash, createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { aboutPackage } from "../../../domain/rollout/about-package.ts";
import { isLater, nextVersion } from "../../../domain/rollout/versions.ts";
import { keyAskedFor, makeKeys } from "../../../scripts/folder/keys.mjs";
import { crxOf, idOf } from "../../../scripts/packaging/crx.ts";
import { builtIn, nextPackages, storePackages } from "../../../scripts/packaging/packages.ts";

const folder = mkdtempSync(join(tmpdir(), "chaperone-packages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newKey = () =>
  generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
const key = newKey();

/** A build small enough to look at. */
function built(name: string, version = "0.1.0"): string {
  const at = join(folder, name);
  for (const browser of ["chrome", "firefox"]) {
    mkdirSync(join(at, `${browser}-mv3`, "chunks"), { recursive: true });
    const gecko = browser === "firefox" ? { browser_specific_settings: { gecko: { id: "a@b" } } } : {};
    const manifest = { version, host_permissions: ["https://mail.google.com/*"], ...gecko };
    writeFileSync(join(at, `${browser}-mv3`, "manifest.json"), JSON.stringify(manifest));
    for (const part of ["b.js", "a.js"]) writeFileSync(join(at, `${browser}-mv3`, "chunks", part), part);
  }
  return at;
}
const clinic = { serverUrl: "https://chaperone.harbour.example", hosts: ["mail.harbour.example:8443"] };
const manifestIn = (zip: Uint8Array | undefined) =>
  JSON.parse(new TextDecoder().decode(unzipSync(zip ?? new Uint8Array())["manifest.json"]));
const aboutOf = (files: ReadonlyMap<string, Uint8Array>) =>
  aboutPackage.parse(JSON.parse(new TextDecoder().decode(files.get("about.json"))));
/** The zip behind a CRX's head. */
const zipIn = (crx: Uint8Array) => crx.subarray(12 + Buffer.from(crx).readUInt32LE(8));

test("two builds in two folders, written at other times and in another order, give the same bytes", () => {
  const one = built("one");
  const other = join(folder, "other");
  cpSync(one, other, { recursive: true });
  const file = join(other, "chrome-mv3", "chunks", "a.js");
  rmSync(file);
  writeFileSync(file, "a.js", { mode: 0o755 });
  utimesSync(file, new Date("1999-01-01"), new Date("1999-01-01"));
  expect(statSync(file).mtimeMs).not.toBe(statSync(join(one, "chrome-mv3", "chunks", "a.js")).mtimeMs);
  const zone = process.env.TZ;
  const made = [one, other].map((at, n) => {
    process.env.TZ = n === 0 ? "Asia/Tokyo" : "America/Lima";
    const all = [...storePackages(builtIn(at)), ...nextPackages(builtIn(at), clinic, key, undefined)];
    return all.map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")]);
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(made[0]).toEqual(made[1]);
  expect(made[0]?.map(([name]) => name)).toEqual([
    "chaperone-0.1.0-chrome.zip",
    "chaperone-0.1.0-edge.zip",
    "chaperone-0.1.0-firefox.zip",
    "chaperone-0.1.0-firefox-sources.zip",
    ...["chaperone.crx", "chaperone.xpi", "update.xml", "updates.json", "about.json"],
  ]);
});

test("a CRX carries a signature that its own key proves, and the id that follows from it", () => {
  const zip = new TextEncoder().encode("any bytes");
  const crx = crxOf(zip, key);
  expect(crx.subarray(0, 4).toString()).toBe("Cr24");
  expect(Buffer.from(zipIn(crx)).equals(zip)).toBe(true);
  const head = crx.subarray(12, 12 + crx.readUInt32LE(8));
  const id = createHash("sha256")
    .update(createPublicKey(key).export({ type: "spki", format: "der" }))
    .digest()
    .subarray(0, 16);
  const data = Buffer.concat([Buffer.from([0x0a, 0x10]), id]);
  expect(head.subarray(head.length - data.length).equals(data)).toBe(true);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  const signed = Buffer.concat([Buffer.from("CRX3 SignedData\0"), length, data, zip]);
  const signature = head.subarray(head.length - data.length - 4 - 256, head.length - data.length - 4);
  expect(verify("sha256", signed, createPublicKey(key), signature)).toBe(true);
  expect(idOf(key)).toMatch(/^[a-p]{32}$/);
  expect(idOf(key)).not.toBe(idOf(newKey()));
});

test("a clinic's own copy may work on its hosts, and is updated from its server", () => {
  const files = nextPackages(builtIn(built("own")), clinic, key, undefined);
  expect(manifestIn(zipIn(files.get("chaperone.crx") ?? new Uint8Array()))).toEqual({
    version: "0.1.0",
    host_permissions: [
      "https://mail.google.com/*",
      "https://chaperone.harbour.example/*",
      "https://mail.harbour.example:8443/*",
    ],
    update_url: "https://chaperone.harbour.example/extension/update.xml",
  });
  expect(manifestIn(files.get("chaperone.xpi"))).toMatchObject({
    host_permissions: expect.arrayContaining(["https://mail.harbour.example/*"]),
    browser_specific_settings: {
      gecko: { id: "a@b", update_url: "https://chaperone.harbour.example/extension/updates.json" },
    },
  });
});

test("the same again keeps its version, other hosts get a later one, a new build its own, and none goes back", () => {
  const first = nextPackages(builtIn(built("first")), clinic, key, undefined);
  expect(aboutOf(nextPackages(builtIn(built("first")), clinic, key, aboutOf(first)))).toEqual(aboutOf(first));
  const more = { ...clinic, hosts: ["mail.harbour.example", "post.harbour.example"] };
  const second = nextPackages(builtIn(built("first")), more, key, aboutOf(first));
  expect(aboutOf(second).version).toBe("0.1.0.1");
  expect(new TextDecoder().decode(second.get("update.xml"))).toContain('version="0.1.0.1"');
  expect(aboutOf(nextPackages(builtIn(built("first")), clinic, key, aboutOf(second))).version).toBe(
    "0.1.0.2",
  );
  const later = nextPackages(builtIn(built("later", "0.2.0")), clinic, key, aboutOf(second));
  expect(aboutOf(later).version).toBe("0.2.0");
  expect(() => nextPackages(builtIn(built("first")), clinic, key, aboutOf(later))).toThrow(
    "0.2.0 is handed out",
  );
});

test.each([
  ["0.1.0", "0.1.0", false],
  ["0.1.0.1", "0.1.0", true],
  ["0.1.10", "0.1.9", true],
  ["1", "0.9.9.9", true],
  ["0.1", "0.1.0.1", false],
])("%s is later than %s: %s", (one, other, later) => expect(isLater(one, other)).toBe(later));
test("the next version is later", () => expect(isLater(nextVersion("0.1.0.9"), "0.1.0.9")).toBe(true));

test("the key is made once, for its owner alone, and never anew where one was used", () => {
  const keys = join(folder, "keys");
  makeKeys(keys);
  const made = keyAskedFor(keys, "extension.key", { used: false });
  expect(keyAskedFor(keys, "extension.key", { used: true })).toBe(made);
  expect(idOf(made)).toMatch(/^[a-p]{32}$/);
  expect(statSync(join(keys, "extension.key")).mode & 0o077).toBe(0);
  writeFileSync(join(keys, "extension.key"), "damaged");
  expect(() => keyAskedFor(keys, "extension.key", { used: true })).toThrow("is damaged");
  rmSync(join(keys, "extension.key"));
  expect(() => keyAskedFor(keys, "extension.key", { used: true })).toThrow("restore the keys folder");
});
