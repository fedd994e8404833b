import { existsSync } from "node:fs";
import { join } from "node:path";
import { step } from "../base/progress.mjs";
import { root, toolEnv, toolNode } from "../base/root.mjs";
import { run } from "../base/run.mjs";

/** Debian's packages for the suites in real browsers and for reading what we export in other programs, each with a file by which it is known to be there. */
const debian = {
  chromium: "/usr/bin/chromium",
  "firefox-esr": "/usr/bin/firefox-esr",
  "roundcube-core": "/var/lib/roundcube/public_html/index.php",
  "roundcube-sqlite3": "/usr/share/doc/roundcube-sqlite3",
  "php-cli": "/usr/bin/php",
  "php-sqlite3": "/usr/share/doc/php-sqlite3",
  orthanc: "/usr/sbin/Orthanc",
  "poppler-utils": "/usr/bin/pdftotext",
  "libreoffice-writer-nogui": "/usr/lib/libreoffice/program/soffice.bin",
  unzip: "/usr/bin/unzip",
  "fonts-liberation": "/usr/share/fonts/truetype/liberation",
};

/** What makes them quicker where Debian has it; nothing hangs on it. */
const quicker = { "chromium-headless-shell": "/usr/bin/chromium-headless-shell" };

/**
 * Installs what the browser suites need where that can be done without asking: Debian's packages as root, elsewhere
 * Playwright's Chromium. What stays missing is said in one line; the suites that need it leave themselves out, or fail on CI.
 */
export async function prepareMachine() {
  const names = missing(debian);
  const mayInstall = isDebian() && process.getuid?.() === 0;
  if (mayInstall && (names.length > 0 || (await inDebian(missing(quicker))).length > 0))
    await step(`Installing ${[...names, ...missing(quicker)].join(", ")}`, () => aptInstall(names));
  if (names.length === 0) return;
  if (!mayInstall && !existsSync(process.env.CHROMIUM ?? debian.chromium)) await playwrightChromium();
  const still = missing(debian);
  if (still.length > 0) console.log(`Missing for the suites in real browsers: ${still.join(", ")}.`);
}

/** @param {Readonly<Record<string, string>>} packages each with the file by which it is known to be there */
function missing(packages) {
  return Object.entries(packages).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
}

function isDebian() {
  return existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
}

/**
 * Which of these packages this Debian has, as far as apt has heard.
 * @param {readonly string[]} names
 */
async function inDebian(names) {
  const known = await Promise.all(names.map((name) => run("apt-cache", ["show", name])));
  return names.filter((_, i) => known[i]?.status === 0);
}

/** @param {readonly string[]} needed */
async function aptInstall(needed) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  if (needed.length > 0) await run("apt-get", ["update", "-q"], { env });
  const names = [...needed, ...(await inDebian(missing(quicker)))];
  const args = ["install", "-qy", "--no-install-recommends", ...names];
  const { status, stderr } = await run("apt-get", args, { env });
  if (status !== 0) console.log(`apt-get: ${stderr.trim().split("\n").at(-1)}`);
}

/** Playwright's own Chromium, for machines that have none at Debian's place. */
async function playwrightChromium() {
  const cli = join(root, "node_modules", "playwright", "cli.js");
  await step("Installing Playwright's Chromium", () =>
    run(toolNode(), [cli, "install", "chromium"], { env: toolEnv() }),
  );
  const ask = 'import("playwright").then(({ chromium }) => console.log(chromium.executablePath()))';
  const { stdout } = await run(toolNode(), ["-e", ask], { cwd: root });
  if (existsSync(stdout.trim())) process.env.CHROMIUM = stdout.trim();
}
