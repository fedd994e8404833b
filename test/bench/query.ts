/**
 * Measures every question that a page of the dashboard asks, as each role, on a folder of `npm run seed`; then the first
 * screen with several asking at once. The list is that of test/support/server/page-questions.ts, which a test holds against
 * the dashboard's code.
 *
 *   npm run -s bench:query -- --data DIR [--rounds 30] [--slow 100] [--at-once 8] [--out FILE.json]
 *
 * `--slow`: only questions whose p95 is longer, in milliseconds, are named one by one. The server is started as `npm start`
 * starts it, and how long that takes is told too: a second start says what it takes after an end as it should be.
 */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { type Role, roles } from "#domain/roles";
import { freePort } from "../../scripts/base/port.mjs";
import { root } from "../../scripts/base/root.mjs";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { signInAs } from "../support/server/ledger-client.ts";
import { type About, pageQuestions } from "../support/server/page-questions.ts";
import { Client } from "./load/http.ts";
import { type Figures, Measure } from "./load/measures.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    rounds: { type: "string", default: "30" },
    slow: { type: "string", default: "100" },
    "at-once": { type: "string", default: "8" },
    out: { type: "string" },
  },
});
if (values.data === undefined) throw new Error("--data DIR: a folder of npm run seed");
const data = values.data;
const rounds = Number(values.rounds);
const firstScreen = "/api/chaperone/frame?day=1";

interface Asked {
  readonly role: Role;
  readonly path: string;
  readonly figures: Figures;
}

let url = "";

const stop = await started();
await stop();
const began = performance.now();
const end = await started();
console.log(`start after a clean end: ${Math.round(performance.now() - began)} ms`);
try {
  const { events, about } = looked();
  console.log(
    `${events} events; ${cpus().length} cores, ${cpus()[0]?.model}; load ${loadavg()[0]?.toFixed(1)}`,
  );
  const server = { url, data };
  const clients = new Map<Role, Client>();
  const all: Asked[] = [];
  for (const role of roles) {
    const who = await signInAs(server as never, role);
    const client = new Client(url, who.token);
    clients.set(role, client);
    const questions = pageQuestions.filter((one) => one.roles.includes(role));
    const paths = questions.flatMap((question) => question.paths({ ...about, who }));
    all.push(...(await measured(client, paths)).map((one) => ({ role, ...one })));
  }
  tell(all);
  await together(clients);
  if (values.out) writeFileSync(values.out, JSON.stringify({ events, all }, null, 2));
} finally {
  await end();
}

/** Starts a server on the folder; answers what stops it. */
async function started(): Promise<() => Promise<void>> {
  const port = await freePort("127.0.0.1");
  url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [join(root, "scripts", "start.mjs"), "--data", data, "--port", String(port)],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  let said = "";
  await new Promise<void>((done, fail) => {
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      said += part;
      if (said.includes("is served at")) done();
    });
    ended.then(() => fail(new Error(said)));
  });
  console.log(`served after ${Math.round(performance.now() - begun)} ms`);
  return async () => {
    child.kill("SIGTERM");
    await ended;
  };
}

/** What the addresses are filled with: somebody with many events, a record that is opened often. */
function looked(): { readonly events: number; readonly about: Omit<About, "who"> } {
  const database = new DatabaseSync(dataPaths(data).database, { readOnly: true });
  const first = (select: string) => Object.values(database.prepare(select).get() ?? {})[0];
  const middle = "seq > (SELECT max(seq) / 2 FROM events)";
  const about = {
    person: String(
      first(`SELECT user FROM events WHERE kind = 'record.view' AND user <> '' AND ${middle} LIMIT 1`),
    ),
    record: String(first(`SELECT recordRef FROM events WHERE recordRef <> '' AND ${middle} LIMIT 1`)),
    trace: String(first(`SELECT trace FROM events WHERE kind = 'mail.held' AND ${middle} LIMIT 1`)),
    event: String(first(`SELECT id FROM events WHERE kind = 'record.view' AND ${middle} LIMIT 1`)),
    case: String(first("SELECT id FROM breaches WHERE confidential = FALSE AND state = 'closed' LIMIT 1")),
    reported: String(first("SELECT breach FROM breach_reports LIMIT 1")),
    review: String(first("SELECT id FROM reviews WHERE state = 'signed' LIMIT 1")),
  };
  const events = Number(first("SELECT max(seq) FROM events"));
  database.close();
  return { events, about };
}

/**
 * Each question in turn, round after round, as a page asks several and not one thirty times: after three empty answers
 * within three seconds PocketBase lets whoever asks the same list by a filter wait up to half a second, on purpose.
 */
async function measured(client: Client, paths: readonly string[]): Promise<Omit<Asked, "role">[]> {
  const measures = paths.map((path) => ({ path, measure: new Measure() }));
  // The first is a reading on the record, and engines load what they run when they first run it.
  for (let i = 0; i < 3; i += 1) for (const path of paths) await client.send("GET", path);
  for (let i = 0; i < rounds; i += 1)
    for (const { path, measure } of measures) await measure.of(() => client.send("GET", path));
  return measures.map(({ path, measure }) => ({ path, figures: measure.figures() }));
}

function tell(all: readonly Asked[]): void {
  for (const role of roles) {
    const own = all.filter((one) => one.role === role);
    const slowest = own.toSorted((a, b) => b.figures.p95 - a.figures.p95)[0];
    const screen = own.find(({ path }) => path === firstScreen)?.figures;
    console.log(
      `${role.padEnd(8)} ${own.length} questions; first screen p50 ${screen?.p50} p95 ${screen?.p95} ms; slowest p95 ${slowest?.figures.p95} ms (${slowest?.path}); failed ${own.reduce((sum, { figures }) => sum + figures.failed, 0)}`,
    );
  }
  for (const { role, path, figures } of all.toSorted((a, b) => b.figures.p95 - a.figures.p95))
    if (figures.p95 > Number(values.slow) || figures.failed > 0)
      console.log(
        `  ${role.padEnd(8)} p50 ${figures.p50} p95 ${figures.p95} failed ${figures.failed}  ${path}`,
      );
}

/** The first screen with several of each role asking one after the other, all at once. */
async function together(clients: ReadonlyMap<Role, Client>): Promise<void> {
  const measures = new Map(roles.map((role) => [role, new Measure()]));
  await Promise.all(
    Array.from({ length: Number(values["at-once"]) }, async (_, i) => {
      const role = roles[i % roles.length] as Role;
      const client = new Client(url, clients.get(role)?.token);
      for (let round = 0; round < rounds; round += 1)
        await measures.get(role)?.of(() => client.send("GET", firstScreen));
      client.close();
    }),
  );
  for (const [role, measure] of measures) {
    const { p50, p95, failed } = measure.figures();
    console.log(
      `${role.padEnd(8)} first screen with ${values["at-once"]} asking: p50 ${p50} p95 ${p95} ms; failed ${failed}`,
    );
  }
}
