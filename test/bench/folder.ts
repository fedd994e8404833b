import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropFiles } from "../support/browser/gestures.ts";
import { pairedChromium, startGuardClinic, startMailPages } from "../support/mail/guard-clinic.ts";
import { until } from "../support/server/loopback.ts";

/**
 * Prints how long a folder of small texts is held until a page that walks folders has them all, and on Linux what it
 * costs the processor, in Chromium with the built extension: the median of five drops of each size on a warm page.
 */
const sizes = [1, 120, 480];
const drops = 5;

const pages = await startMailPages();
const { clinic, stop } = await startGuardClinic([{ host: pages.host, adapter: "unknown-mail" }]);
const chromium = await pairedChromium(clinic, "Office");
const disk = mkdtempSync(join(tmpdir(), "chaperone-folder-"));
try {
  const page = await chromium.context.newPage();
  await page.goto(`${pages.url}/walks.html`);
  await dropped(1, folderOf(1));
  for (const size of sizes) {
    const folder = folderOf(size);
    const took: (readonly [ms: number, cpu: number])[] = [];
    for (let time = 0; time < drops; time += 1) took.push(await dropped(size, folder));
    const [ms, cpu] = [0, 1].map(
      (at) => took.map((one) => one[at] ?? 0).sort((a, b) => a - b)[drops >> 1] ?? 0,
    );
    console.log(`${size} files: ${Math.round(ms ?? 0)} ms, of the processor ${Math.round(cpu ?? 0)} ms`);
  }

  async function dropped(size: number, folder: string): Promise<readonly [ms: number, cpu: number]> {
    await page.evaluate("Object.assign(got, { done: 0, paths: [] })");
    const began = performance.now();
    const used = processorMs();
    await dropFiles(page, page.locator("#entries"), [folder]);
    await until("the folder to arrive", async () => (await page.evaluate("got.done")) === 1, 120_000, 20);
    const { length } = (await page.evaluate("got.paths")) as string[];
    if (length !== size) throw new Error(`${length} of ${size} arrived`);
    return [performance.now() - began, processorMs() - used];
  }
} finally {
  await chromium.close();
  await stop();
  await pages.stop();
  rmSync(disk, { recursive: true, force: true });
}

function folderOf(size: number): string {
  const folder = mkdtempSync(join(disk, "many-"));
  for (let n = 1; n <= size; n += 1)
    writeFileSync(join(folder, `rota ${n}.txt`), `Rota of week ${n}: the desk is open from nine to five.`);
  return folder;
}

/** Milliseconds of processor that all which this bench started has used so far (proc(5): ticks of 10 ms); 0 where nobody tells. */
function processorMs(): number {
  const all = existsSync("/proc/self/stat") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  const stats = new Map(all.map((pid) => [pid, statOf(pid)]));
  const ours = (pid: string | undefined): boolean =>
    pid === String(process.pid) || (pid !== undefined && stats.has(pid) && ours(stats.get(pid)?.[1]));
  return [...stats]
    .filter(([pid]) => pid !== String(process.pid) && ours(pid))
    .reduce((ms, [, fields]) => ms + 10 * (Number(fields[11]) + Number(fields[12])), 0);
}

/** What `/proc/PID/stat` tells after the program's name: state, parent, …; nothing of one that has ended. */
function statOf(pid: string): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return ["", "", "", "", "", "", "", "", "", "", "", "0", "0"];
  }
}
