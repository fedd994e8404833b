import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AboutPackage, aboutPackage } from "#domain/rollout/about-package";
import { chromiumUpdates, firefoxUpdates, ownFiles } from "#domain/rollout/own-files";
import { isLater, nextVersion } from "#domain/rollout/versions";
import { Refusal } from "../base/refusal.mjs";
import { root } from "../base/root.mjs";
import { crxOf, idOf } from "./crx.ts";
import { type Clinic, forClinic, versionOf } from "./for-clinic.ts";
import { type Files, filesOf, steadyZip } from "./steady-zip.ts";

/** The extension as it was built, by browser. */
export interface Built {
  readonly chrome: Files;
  readonly firefox: Files;
}

export const builtIn = (folder: string): Built => ({
  chrome: filesOf(join(folder, "chrome-mv3")),
  firefox: filesOf(join(folder, "firefox-mv3")),
});

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What Mozilla's reviewers build the add-on from: the sources, and how. */
const sources = ["domain", "extension", "reading", "scripts"];
const sourceFiles = ["package.json", "package-lock.json", "tsconfig.json", "LICENSE", "README.md"];

function sourcesOf(): Files {
  const files = new Map(sourceFiles.map((name) => [name, readFileSync(join(root, name)) as Uint8Array]));
  for (const folder of sources) {
    for (const [name, bytes] of filesOf(join(root, folder))) {
      if (!/^(?:\.wxt|node_modules)\//.test(name)) files.set(`${folder}/${name}`, bytes);
    }
  }
  return files;
}

/** The packages for the three stores, and the sources that Mozilla asks for beside its own. */
export function storePackages(built: Built): Map<string, Uint8Array> {
  const chrome = steadyZip(built.chrome);
  const name = (store: string): string => `chaperone-${versionOf(built.chrome)}-${store}.zip`;
  return new Map([
    [name("chrome"), chrome],
    [name("edge"), chrome],
    [name("firefox"), steadyZip(built.firefox)],
    [name("firefox-sources"), steadyZip(sourcesOf())],
  ]);
}

/** The files by which a clinic's own server hands the extension out. The same sources, clinic and key give the same bytes. */
export function ownPackages(built: Built, clinic: Clinic, key: string): Map<string, Uint8Array> {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  const id = idOf(key);
  const version = clinic.version ?? versionOf(built.chrome);
  const crx = crxOf(steadyZip(forClinic(built.chrome, "chrome", clinic)), key);
  const xpi = steadyZip(forClinic(built.firefox, "firefox", clinic));
  const about: AboutPackage = aboutPackage.parse({
    version,
    serverUrl: clinic.serverUrl,
    hosts: clinic.hosts,
    chromium: { id, sha256: sha256(crx) },
    firefox: { sha256: sha256(xpi) },
  });
  return new Map([
    [ownFiles.crx, crx],
    [ownFiles.xpi, xpi],
    [ownFiles.chromiumUpdates, text(chromiumUpdates(clinic.serverUrl, id, version))],
    [ownFiles.firefoxUpdates, text(firefoxUpdates(clinic.serverUrl, version, sha256(xpi)))],
    [ownFiles.about, text(`${JSON.stringify(about, null, 2)}\n`)],
  ]);
}

/**
 * The same as the next thing after what is handed out already: under its own version, and where that was given to something
 * else, with other hosts for one, under a later one, for a browser fetches no version twice.
 *
 * @throws {Refusal} If the built extension is older than what is handed out: no browser takes a step back.
 */
export function nextPackages(
  built: Built,
  clinic: Omit<Clinic, "version">,
  key: string,
  before: AboutPackage | undefined,
): Map<string, Uint8Array> {
  const version = versionOf(built.chrome);
  if (before === undefined || isLater(version, before.version)) return ownPackages(built, clinic, key);
  if (!before.version.startsWith(version))
    throw new Refusal(
      `Version ${before.version} is handed out already: no browser takes ${version} after it.`,
    );
  const again = ownPackages(built, { ...clinic, version: before.version }, key);
  const same = (["crx", "xpi"] as const).every((name) => {
    const { sha256: was } = name === "crx" ? before.chromium : before.firefox;
    return sha256(again.get(ownFiles[name]) ?? new Uint8Array()) === was;
  });
  return same ? again : ownPackages(built, { ...clinic, version: nextVersion(before.version) }, key);
}

/** Writes each file whole, those that name others last: whoever asks meanwhile is told of nothing that is not there yet. */
export function writePackages(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    writeFileSync(`${path}.half`, bytes, { flush: true });
    renameSync(`${path}.half`, path);
  }
}

/** What a server's folder hands out already; undefined for nothing yet. */
export function handedOut(folder: string): AboutPackage | undefined {
  const path = join(folder, ownFiles.about);
  return existsSync(path) ? aboutPackage.parse(JSON.parse(readFileSync(path, "utf8"))) : undefined;
}
