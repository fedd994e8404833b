import { randomBytes } from "node:crypto";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { unzipOne } from "../../../scripts/base/unzip.mjs";

const program = randomBytes(5000);
const text = Buffer.from("a line that is packed well\n".repeat(1000));
const zip = (level: 0 | 9) =>
  Buffer.from(zipSync({ "README.md": text, "bin/pocketbase": program, empty: new Uint8Array() }, { level }));

test.each([0, 9] as const)("takes each file out of an archive of level %i", (level) => {
  expect(unzipOne(zip(level), "bin/pocketbase").equals(program)).toBe(true);
  expect(unzipOne(zip(level), "README.md").equals(text)).toBe(true);
  expect(unzipOne(zip(level), "empty")).toHaveLength(0);
});

test("reads an archive that ends in a comment", () => {
  const plain = zip(9);
  plain.writeUInt16LE(5, plain.length - 2);
  expect(unzipOne(Buffer.concat([plain, Buffer.from("hello")]), "README.md").equals(text)).toBe(true);
});

describe("is refused in one sentence", () => {
  test("a file that is not in it", () =>
    expect(() => unzipOne(zip(9), "pocketbase")).toThrow("holds no file"));
  test.each([
    ["nothing", Buffer.alloc(0)],
    ["a web page", Buffer.from("<html>".repeat(100))],
    ["an archive without its end", zip(9).subarray(0, -30)],
    ["an archive without its beginning", zip(9).subarray(2000)],
  ])("%s", (_, bytes) => expect(() => unzipOne(bytes, "README.md")).toThrow(/^(This is not|The archive)/));

  test("an archive with one byte changed in what is packed", () => {
    const bytes = zip(9);
    bytes.fill(0xff, 40, 60);
    expect(() => unzipOne(bytes, "README.md")).toThrow("The archive is damaged");
  });
  test("a file that unpacks to more than the archive says", () => {
    const bytes = zip(9);
    const entry = bytes.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    bytes.writeUInt32LE(10, entry + 24);
    expect(() => unzipOne(bytes, "README.md")).toThrow(/^The archive/);
  });
});
