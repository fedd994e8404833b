import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { builtExtension } from "../support/browser/built-extension.ts";
import { type Chromium, launchChromium } from "../support/browser/chromium.ts";
import { makeLetters } from "../support/files/letters.ts";
import { pairedChromium, startGuardClinic, startMailPages } from "../support/mail/guard-clinic.ts";
import { startWebmail } from "../support/mail/webmail.ts";
import { ellery } from "../support/people.ts";
import { anHour, dayOf, type Held } from "./extension/day.ts";
import { median, p95, tenth } from "./extension/figures.ts";
import { firstState } from "./extension/first-state.ts";
import { publicExtension } from "./extension/public-extension.ts";
import { composerIn, keysOf, loadsOf } from "./extension/side-by-side.ts";

/**
 * Prints what the extension costs a page, on a real Roundcube, in Chromiums side by side: with the built extension, with one
 * that watches no page, and with a public one where npm hands it out. Times of the page's main thread are processor time, so
 * that other work on the machine counts little; what a person waits for is by the clock, marked in the page. A table, then the
 * same as JSON.
 */
const loads = 15;
const keyTurns = 8;
const firstStates = 9;

const packed = (...paths: readonly string[]): number =>
  tenth(paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0) / 1000);
const ours = (...names: readonly string[]): number =>
  packed(...names.map((name) => join(builtExtension("chrome"), name)));

const other = publicExtension();
const letters = await makeLetters(ellery);
const [webmail, pages] = [await startWebmail({ user: "maya@harbour.example" }), await startMailPages()];
const { clinic, stop } = await startGuardClinic([
  { host: webmail.host, adapter: "roundcube" },
  { host: pages.host, adapter: "unknown-mail" },
]);
const open: Chromium[] = [];
const opened = <One extends Chromium>(one: One): One => {
  open.push(one);
  return one;
};
try {
  await measured();
} finally {
  await Promise.all(open.map((one) => one.close()));
  await Promise.all([stop(), webmail.stop(), pages.stop(), letters.remove()]);
  other?.remove();
}

async function measured(): Promise<void> {
  const watched = opened(await pairedChromium(clinic, "Office"));
  const bare = opened(await launchChromium({ hosts: [] }));
  const beside = other && opened(await launchChromium({ extension: other.folder, hosts: [] }));
  const all = [watched, bare, ...(beside ? [beside] : [])];
  const composers = await Promise.all(all.map((one) => composerIn(one, webmail)));
  const [mine] = composers;
  if (!mine) return;

  const [load = 0, loadBare = 0, loadPublic] = (await loadsOf(composers, webmail.url, loads)).map(median);
  so("loads", [load, loadBare, loadPublic]);
  const [key = 0, keyBare = 0, keyPublic] = (await keysOf(composers, keyTurns)).map(p95);
  so("keys", [key, keyBare, keyPublic]);
  const base64 = readFileSync(letters.pdf).toString("base64");
  await mine.page.bringToFront();
  const first: number[] = [];
  for (let n = 0; n < firstStates; n += 1) first.push(await firstState(mine.page, mine.cdp, base64));
  so("first states", first);
  for (const { page } of composers) await page.close();

  const day = `${pages.url}/day.html`;
  const [held, heldBare] = [
    await dayOf(await watched.context.newPage(), day, letters.pdf, true),
    await dayOf(await bare.context.newPage(), day, letters.pdf, false),
  ];
  tell({
    machine: { processor: cpus()[0]?.model, cores: cpus().length, load: loadavg().map(tenth) },
    scripts: {
      mailPageKb: ours("content-scripts/guard.js", "content-scripts/guard-main.js"),
      whereSomebodyWritesKb: ours("settling.js"),
      clinicalPageKb: ours("content-scripts/records.js"),
      worldsElsewhere: await worldsElsewhere(watched),
      ...(other && { publicKb: packed(...other.scripts) }),
    },
    loadMs: inThree(load, loadBare, loadPublic),
    keyP95Ms: inThree(key, keyBare, keyPublic),
    firstStateMs: { median: tenth(median(first)), worst: tenth(Math.max(...first)) },
    day: { anHour, with: held, without: heldBare },
    publicExtension: other?.name ?? "none: the registry did not answer",
  });
}

/** Tells how far it is: the whole takes some minutes. */
function so(what: string, figures: readonly (number | undefined)[]): void {
  console.error(`${what}: ${figures.map((one) => one?.toFixed(1)).join(", ")}`);
}

function inThree(mine: number, bare: number, beside: number | undefined) {
  return {
    with: tenth(mine),
    without: tenth(bare),
    more: tenth(mine - bare),
    ...(beside !== undefined && { public: tenth(beside), publicMore: tenth(beside - bare) }),
  };
}

/** How many worlds of the extension stand in a page that nobody named. */
async function worldsElsewhere({ context }: Chromium): Promise<number> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const worlds: string[] = [];
  cdp.on("Runtime.executionContextCreated", ({ context: { name, origin } }) =>
    worlds.push(`${name} ${origin}`),
  );
  await cdp.send("Runtime.enable");
  await page.goto(`${clinic.url}/licences.txt`);
  await page.close();
  return worlds.filter((one) => one.includes("chrome-extension:") || one.startsWith("Chaperone")).length;
}

interface Told {
  readonly scripts: Record<string, number>;
  readonly loadMs: ReturnType<typeof inThree>;
  readonly keyP95Ms: ReturnType<typeof inThree>;
  readonly firstStateMs: { readonly median: number; readonly worst: number };
  readonly day: {
    readonly anHour: typeof anHour;
    readonly with: readonly Held[];
    readonly without: readonly Held[];
  };
  readonly publicExtension: string;
  readonly [more: string]: unknown;
}

function tell(all: Told): void {
  const { scripts, loadMs, keyP95Ms, firstStateMs, day } = all;
  const through = (held: readonly Held[], of: keyof Held): string =>
    [held[0], held[4], held[8]].map((one) => one?.[of]).join(" / ");
  console.table({
    "scripts in a mail page, kB packed (goal 40)": { with: scripts.mailPageKb, public: scripts.publicKb },
    "and where somebody writes, kB packed": { with: scripts.whereSomebodyWritesKb },
    "worlds of ours in a page that nobody named (goal 0)": { with: scripts.worldsElsewhere },
    "main thread at load, ms, median (goal 10 more)": loadMs,
    "a key in the composer, ms, p95 (goal 2 more)": keyP95Ms,
    "first words over a held file, ms, median (goal 100)": { with: firstStateMs.median },
    "the same, ms, worst": { with: firstStateMs.worst },
    "heap after 0 / 4 / 8 hours, kB (goal flat)": {
      with: through(day.with, "heapKb"),
      without: through(day.without, "heapKb"),
    },
    "nodes in it": { with: through(day.with, "nodes"), without: through(day.without, "nodes") },
    "listeners in it": { with: through(day.with, "listeners"), without: through(day.without, "listeners") },
  });
  console.log(JSON.stringify(all, undefined, 1));
}
