import { expect, test } from "vitest";
import { installFault, isInstalled } from "../../../scripts/building/install.mjs";

const a = { version: "1.0.0", integrity: "sha512-a" };
const b = { version: "2.0.0", integrity: "sha512-b" };
const wanted = {
  packages: {
    "": {},
    "node_modules/a": a,
    "node_modules/b": { ...b, optional: true },
    "node_modules/x": { ...b, extraneous: true },
  },
};

test.each([
  ["nothing installed, or npm interrupted", undefined, false],
  ["a damaged stamp", {}, false],
  ["all of it", { packages: { "node_modules/a": a, "node_modules/b": b } }, true],
  ["all but another platform's part", { packages: { "node_modules/a": a } }, true],
  ["a package missing", { packages: { "node_modules/b": b } }, false],
  ["an older version", { packages: { "node_modules/a": { ...a, version: "0.9.0" } } }, false],
  [
    "the same version with other content",
    { packages: { "node_modules/a": { ...a, integrity: "sha512-x" } } },
    false,
  ],
  ["a package that is no longer wanted", { packages: { "node_modules/a": a, "node_modules/c": b } }, false],
])("%s", (_, found, expected) => expect(isInstalled(wanted, found)).toBe(expected));

test.each([
  [127, "", "npm was not found"],
  [1, "npm error code ENOSPC\nnpm error nospc There is not enough space", "disk is full"],
  [1, "npm error code EUSAGE", "do not fit together"],
  [1, "npm error code EINTEGRITY\nnpm error sha512-…", "another checksum"],
  [1, "npm error code ENOTFOUND\nnpm error network request to https://registry failed", "no way through"],
  [1, "npm error code E403\nnpm error 403 Forbidden", "code E403"],
  [137, "", "npm ended with 137"],
])("npm ending with %i and %j is told in one sentence", (status, said, part) => {
  expect(installFault(status, said)).toContain(part);
  expect(installFault(status, said)).not.toContain("\n");
});
