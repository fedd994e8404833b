import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keyNames, makeKeys, readKey } from "../../../scripts/folder/keys.mjs";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "chaperone-keys-")), "keys");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

const lengths = { "signing.key": 64, "encryption.key": 32, "reference.key": 64, "digest.key": 64 };

test("four keys, for their owner's eyes alone", () => {
  makeKeys(folder);
  expect(readdirSync(folder).sort()).toEqual(Object.keys(lengths).sort());
  for (const name of keyNames) expect(readKey(folder, name)).toHaveLength(lengths[name]);
  if (process.platform === "win32") return;
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of keyNames) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test("keys are never made anew; an interrupted making is finished", () => {
  makeKeys(folder);
  const before = readKey(folder, "signing.key");
  rmSync(join(folder, "digest.key"));
  makeKeys(folder);
  expect(readKey(folder, "signing.key")).toBe(before);
  expect(readKey(folder, "digest.key")).toHaveLength(64);
});

test("a key missing beside a clinic's data is not replaced", () => {
  makeKeys(folder);
  rmSync(join(folder, "encryption.key"));
  expect(() => makeKeys(folder, { used: true })).toThrow("restore the keys folder from your backup");
});

test("a damaged key is refused without being shown", () => {
  makeKeys(folder);
  const file = join(folder, "signing.key");
  const half = readFileSync(file, "utf8").slice(0, 40);
  writeFileSync(file, half);
  const refused = () => makeKeys(folder);
  expect(refused).toThrow("damaged");
  expect(refused).not.toThrow(half);
});

test.runIf(process.platform !== "win32")(
  "a key that others can read is refused with what to type, whichever key and whichever bit it is",
  () => {
    makeKeys(folder);
    for (const name of keyNames) {
      const file = join(folder, name);
      for (const bit of [0o040, 0o020, 0o004, 0o002, 0o001]) {
        chmodSync(file, 0o600 | bit);
        expect(() => makeKeys(folder, { used: true })).toThrow(`chmod 600 "${file}"`);
        expect(() => readKey(folder, name)).toThrow("can read the key");
      }
      chmodSync(file, 0o400);
      expect(readKey(folder, name)).toHaveLength(lengths[name]);
      chmodSync(file, 0o600);
    }
    makeKeys(folder, { used: true });
  },
);
