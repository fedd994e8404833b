import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathOf } from "../need.ts";

/** A pack as programs that know nothing of us opened it. */
export interface OpenedPack {
  readonly folder: string;
  /** Lines of `sha256sum -c`: "register/breach-register.csv: OK". */
  readonly checked: readonly string[];
  readonly text: (path: string) => string;
  readonly stop: () => void;
}

/** @throws {Error} If `unzip` or `sha256sum` find anything wrong. */
export function openPack(zip: Uint8Array): OpenedPack {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-pack-"));
  const file = join(folder, "pack.zip");
  writeFileSync(file, zip);
  const inside = join(folder, "pack");
  execFileSync(pathOf("unzip"), ["-qq", "-t", file]);
  execFileSync(pathOf("unzip"), ["-qq", file, "-d", inside]);
  const said = execFileSync("sha256sum", ["--strict", "-c", "SHA256SUMS"], { cwd: inside, encoding: "utf8" });
  return {
    folder: inside,
    checked: said.trim().split("\n"),
    text: (path) => readFileSync(join(inside, path), "utf8"),
    stop: () => rmSync(folder, { recursive: true, force: true }),
  };
}
