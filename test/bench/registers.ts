/**
 * Measures the first rows of each register's list beside a page of the access log, in one run, on a folder that it makes:
 * the most that a clinic is built for (`sizes` of registers/fill.ts). The rows are written into the database as they are,
 * the policy through its acts; the access log holds no more than what making the folder left in it.
 *
 *   npm run -s bench:registers [-- --rounds 40]
 */
import { cpus, loadavg } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { ask, setUpClinic } from "../server/people/clinic.ts";
import { putIn } from "../server/registers/policy-map/made-policy.ts";
import { england } from "../server/registers/retention/bring-list.ts";
import { newDataFolder, startServer } from "../support/server/server.ts";
import { fillCctv, fillOthers, fillRetention, fillTraining, policyText } from "./registers/fill.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "40" } } });
const rounds = Number(values.rounds);
const server = await startServer({ data: newDataFolder() });
try {
  const priya = await setUpClinic(server);
  const database = new DatabaseSync(dataPaths(server.data).database);
  database.exec("PRAGMA busy_timeout = 10000; BEGIN");
  fillTraining(database);
  fillCctv(database, priya.id);
  fillRetention(database, priya.id, england);
  fillOthers(database, priya.id);
  database.exec("COMMIT");
  database.close();
  await putIn(server, priya, policyText());

  const asked: readonly (readonly [name: string, path: string, rows: (body: Body) => unknown])[] = [
    ["access log, first page", "events?limit=50", ({ events, rows }) => events ?? rows],
    ["training", "training", ({ rows, people }) => rows ?? people],
    ["CCTV, all at once", "cctv", ({ cameras }) => cameras],
    ["CCTV, looks at the recorder", "list?of=camera-checks", ({ rows }) => rows],
    ["CCTV, looks past their day", "list?of=camera-checks&state=beyond", ({ rows }) => rows],
    ["retention, due", "retention", ({ rows }) => rows],
    ["suppliers", "suppliers", ({ rows }) => rows],
    ["audits", "audits", ({ rows }) => rows],
    ["holds", "list?of=holds", ({ rows }) => rows],
    ["holds that run", "list?of=holds&state=open", ({ rows }) => rows],
    ["policy map", "policy-map", ({ rows, sentences }) => rows ?? sentences],
  ];
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model}; load ${loadavg()[0]?.toFixed(1)}; ${rounds} rounds`,
  );
  // In turns, so that what else the machine does falls on all of them alike.
  const took = new Map(asked.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, path, rows] of asked) {
      const begun = performance.now();
      const { status, body } = await ask(server, `GET /api/chaperone/${path}`, { token: priya.token });
      took.get(name)?.push(performance.now() - begun);
      if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
      const found = rows(body);
      if (round === 0 && !(Array.isArray(found) && found.length > 0))
        throw new Error(`${name}: no rows in ${Object.keys(body).join(", ")}`);
    }
  for (const [name, times] of took) {
    times.sort((one, other) => one - other);
    const within = (share: number): string =>
      `${(times[Math.floor((rounds - 1) * share)] ?? 0).toFixed(0).padStart(5)} ms`;
    console.log(`${name.padEnd(30)} p50 ${within(0.5)}  p95 ${within(0.95)}`);
  }
} finally {
  await server.stop();
}

// biome-ignore lint/suspicious/noExplicitAny: each answer has its own shape.
type Body = any;
