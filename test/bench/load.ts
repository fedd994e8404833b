/**
 * Measures a server under the load of a large clinic: dashboards with the live log, browsers that send, and strangers
 * who dawdle. The server is started as `npm start` starts it, on an example clinic in a folder of its own.
 *
 *   npm run -s bench:load [-- --seconds 60 --dashboards 50 --browsers 200 --strangers 200 --every 20 --after 120
 *     --root DIR --out FILE.json]
 *
 * Half of the time runs without strangers, then as long with them. `--every`: seconds between two posts of a browser, of
 * one event each; a browser at work sends a small batch now and then, so 20 s is ten posts a second for 200 browsers.
 * `--root`: another copy of this project, to compare with. All traffic stays on this machine.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../../scripts/base/port.mjs";
import { root as here } from "../../scripts/base/root.mjs";
import { oneTimeCode } from "../support/server/one-time-code.ts";
import { Dashboard } from "./load/dashboard.ts";
import { Client } from "./load/http.ts";
import { Measure } from "./load/measures.ts";
import { dawdle } from "./load/strangers.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    dashboards: { type: "string", default: "50" },
    browsers: { type: "string", default: "200" },
    strangers: { type: "string", default: "200" },
    every: { type: "string", default: "20" },
    after: { type: "string", default: "120" },
    root: { type: "string", default: here },
    out: { type: "string", default: "" },
  },
});
/** The most that may be asked for, so that no slip of the keyboard loads a machine for hours. */
const most = { seconds: 600, dashboards: 500, browsers: 2000, strangers: 2000, every: 600, after: 600 };
const wanted = (name: keyof typeof most): number => {
  const given = Number(values[name]);
  if (!Number.isFinite(given) || given < 0 || given > most[name])
    throw new Error(`--${name}: 0 to ${most[name]}`);
  return given;
};
const seconds = wanted("seconds");
const every = Math.max(wanted("every"), 1) * 1000;
/** How long a phase waits for answers after its end, in milliseconds. */
const grace = 5000;
/** Waits, but never past the end of a phase. */
const rest = (ms: number, until: number) => wait(Math.max(Math.min(ms, until - Date.now()), 0));
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** How many events each browser has sent. */
const sent = new Map<Client, number>();

const root = resolve(values.root);
const folder = mkdtempSync(join(tmpdir(), "chaperone-load-"));
const data = join(folder, "data");
const port = await freePort("127.0.0.1");
const url = `http://127.0.0.1:${port}`;
const server = spawn(
  "node",
  [join(root, "scripts", "start.mjs"), "--example", "--data", data, "--port", String(port)],
  {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  },
);
const ended = new Promise((done) => server.once("close", done));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.kill("SIGTERM"));
try {
  await serving();
  await run();
} finally {
  server.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

async function serving(): Promise<void> {
  let said = "";
  await new Promise<void>((done, fail) => {
    server.stdout.setEncoding("utf8").on("data", (part: string) => {
      said += part;
      if (said.includes("is served at")) done();
    });
    ended.then(() => fail(new Error(`the server did not start: ${said}`)));
  });
}

/** Resident memory of the starting process and of PocketBase, in megabytes. */
function memory(): { node: number; pocketbase: number } {
  const lock = JSON.parse(readFileSync(join(data, "running.json"), "utf8"));
  const of = (pid: number) =>
    Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
  return { node: of(server.pid ?? 0), pocketbase: of(lock.server.pid) };
}

async function run(): Promise<void> {
  const start = memory();
  const people = await readers();
  const lead = people[0];
  if (!lead) throw new Error("nobody signed in");
  const browsers: Client[] = [];
  for (let i = 0; i < wanted("browsers"); i += 1) browsers.push(await paired(lead, i));

  const quiet = await phase(people, browsers, 0);
  const loud = await phase(people, browsers, wanted("strangers"));
  const end = memory();
  for (const browser of browsers) browser.close();
  await wait(wanted("after") * 1000);
  const after = memory();

  const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const result = { root, machine, seconds, every, quiet, loud, memory: { start, end, after } };
  console.log(
    `${machine}; ${seconds} s; ${wanted("browsers")} browsers send one event each ${every / 1000} s; ${people.length} sign-ins share ${wanted("dashboards")} dashboards`,
  );
  for (const [name, phase] of Object.entries({ "without strangers": quiet, "with strangers": loud })) {
    console.log(`\n${name} (streams lost: ${phase.lost})`);
    console.table({ ingest: phase.ingest, "first screen": phase.screen, "log page": phase.log });
  }
  console.log("\nmemory, MB");
  console.table(result.memory);
  if (values.out) writeFileSync(values.out, JSON.stringify(result, null, 2));
}

/** Everybody of the example clinic who may watch the log. */
async function readers(): Promise<Client[]> {
  const { users } = JSON.parse(readFileSync(join(data, "example.json"), "utf8"));
  const made: Client[] = [];
  for (const { role, email, password, totpSecret } of users) {
    if (role === "staff") continue;
    const body = { email, password, code: await oneTimeCode(totpSecret) };
    const { status, text } = await new Client(url).send("POST", "/api/chaperone/sign-in", body);
    if (status === 200) made.push(new Client(url, JSON.parse(text).token));
    else console.error(`${role} is not let in: ${text}`);
  }
  return made;
}

async function paired(lead: Client, i: number): Promise<Client> {
  const named = { holder: "desk", device: "clinic", name: `Desk ${i + 1}` };
  const act = await lead.send("POST", "/api/chaperone/act", { action: "browsers.code", data: named });
  const code = { code: JSON.parse(act.text).code, version: "0.1.0" };
  const { text } = await new Client(url).send("POST", "/api/chaperone/pair", code);
  return new Client(url, JSON.parse(text).token);
}

/** Half of the run. */
async function phase(people: readonly Client[], browsers: readonly Client[], strangers: number) {
  const ingest = new Measure();
  const screen = new Measure();
  const log = new Measure();
  const until = Date.now() + (seconds / 2) * 1000;
  const stop = strangers > 0 ? dawdle(port, strangers) : () => {};
  const dashboards: Dashboard[] = [];
  for (let i = 0; i < wanted("dashboards"); i += 1) {
    dashboards.push(new Dashboard(url, people[i % people.length]?.token ?? "", log));
  }
  await Promise.all(dashboards.map((one) => one.open().catch((error) => console.error(String(error)))));
  const all = Promise.all([
    ...browsers.map((browser) => sending(browser, until, ingest)),
    ...dashboards.map(async (one) => {
      for (await rest(Math.random() * 10_000, until); Date.now() < until; await rest(10_000, until))
        await one.firstScreen(screen);
    }),
  ]);
  // What is not answered within a few seconds of the end is left and counted so.
  await Promise.race([all, wait(until - Date.now() + grace)]);
  stop();
  const lost = dashboards.reduce((sum, one) => sum + one.lost, 0);
  for (const one of dashboards) one.close();
  return { ingest: ingest.figures(), screen: screen.figures(), log: log.figures(), lost };
}

/** A browser that tells of one held message every so often. */
async function sending(browser: Client, until: number, measure: Measure): Promise<void> {
  for (await rest(Math.random() * every, until); Date.now() < until; await rest(every, until)) {
    const n = (sent.get(browser) ?? 0) + 1;
    sent.set(browser, n);
    const id =
      `${browser.token.slice(-8).replace(/[^a-z0-9]/gi, "0")}${String(n).padStart(7, "0")}`.toLowerCase();
    const event = {
      id,
      n,
      kind: "mail.outcome",
      occurredAt: new Date().toISOString(),
      trace: id,
      detail: { v: 1, adapter: "roundcube", outcome: "removed", files: 1, strength: "strong" },
    };
    const batch = { sentAt: new Date().toISOString(), events: [event] };
    await measure.of(() => browser.send("POST", "/api/chaperone/events", batch));
  }
}
