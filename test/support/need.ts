import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { builtExtension } from "./browser/built-extension.ts";

/** What the suites need beyond Node packages: where it lies, and what a person does to get it. */
const needs = {
  chromium: {
    files: ["/usr/bin/chromium"],
    get: "apt-get install chromium, or set CHROMIUM to a Chromium's path",
    env: "CHROMIUM",
  },
  firefox: {
    files: ["/usr/bin/firefox-esr"],
    get: "apt-get install firefox-esr, or set FIREFOX to a Firefox ESR's path",
    env: "FIREFOX",
  },
  roundcube: {
    files: ["/usr/bin/php", "/var/lib/roundcube/public_html/index.php", "/etc/roundcube/defaults.inc.php"],
    get: "apt-get install --no-install-recommends roundcube-core roundcube-sqlite3 php-cli php-sqlite3",
    env: undefined,
  },
  orthanc: { files: ["/usr/sbin/Orthanc"], get: "apt-get install orthanc", env: undefined },
  poppler: { files: ["/usr/bin/pdftotext"], get: "apt-get install poppler-utils", env: undefined },
  libreoffice: {
    files: ["/usr/bin/soffice"],
    get: "apt-get install --no-install-recommends libreoffice-writer-nogui",
    env: undefined,
  },
  /** Asked for where a test may not lay a folder over another for one process (`mayManage`): no file is there to find. */
  mounts: { files: ["/proc/none"], get: "run the tests as root", env: undefined },
  unzip: { files: ["/usr/bin/unzip"], get: "apt-get install unzip", env: undefined },
  extension: {
    files: [join(builtExtension("chrome"), "manifest.json")],
    get: "npm run build",
    env: undefined,
  },
  dashboard: { files: ["dist/dashboard/index.html"], get: "npm run build", env: undefined },
  "extension for Firefox": {
    files: [join(builtExtension("firefox"), "manifest.json")],
    get: "npm run build",
    env: undefined,
  },
} as const;
export type Need = keyof typeof needs;

/** The first file of a need, or the path that its variable gives. */
export function pathOf(need: Need): string {
  const { env, files } = needs[need];
  return (env === undefined ? undefined : process.env[env]) || files[0];
}

function isMissing(need: Need): boolean {
  const { env, files } = needs[need];
  const given = env === undefined ? undefined : process.env[env];
  return given ? !existsSync(given) : !files.every((file) => existsSync(file));
}

/**
 * `describe` for a suite that needs programs of the machine. Where one is missing, the suite is left out and
 * one line says why and what to install; on CI it fails instead, so that nothing is skipped unseen.
 *
 * @throws {Error} On CI, if something is missing.
 */
export function describeWith(needed: readonly Need[]): typeof describe {
  const missing = needed.filter(isMissing);
  if (missing.length === 0) return describe;
  const said = missing.map((need) => `${need} (${needs[need].get})`).join("; ");
  if (process.env.CI) throw new Error(`This suite needs ${said}`);
  console.warn(`left out, it needs ${said}`);
  return describe.skip as typeof describe;
}
