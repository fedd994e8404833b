/**
 * Measures the matrix of training on the most that a clinic is built for: 200 people and 30 courses, each completed three
 * times; and a list of 6,000 rows that is brought in.
 *
 *   node test/bench/training.ts [--rounds 40]
 */
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { bodyOfRows } from "#domain/registers/imports/import";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { act, ask, setUpClinic } from "../server/people/clinic.ts";
import { newDataFolder, startServer } from "../support/server/server.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "40" } } });
const id = (kind: string, n: number): string => `${kind}${String(n).padStart(15 - kind.length, "0")}`;
const server = await startServer({ data: newDataFolder() });
const { token } = await setUpClinic(server);
const database = new DatabaseSync(dataPaths(server.data).database);
const day = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
database.exec("PRAGMA busy_timeout = 10000; BEGIN");
const person = database.prepare(
  `INSERT INTO users (id, name, role, practitioner, active, email, tokenKey, password, created, updated)
   VALUES (?, ?, 'staff', ?, TRUE, '', ?, '', '2024-01-01 09:00:00.000Z', '')`,
);
const course = database.prepare(
  `INSERT INTO courses (id, name, since, retired, "at", version) VALUES (?, ?, '', '', '', 1)`,
);
const requirement = database.prepare(
  `INSERT INTO requirements (id, course, whom, user, months, graceDays, "from", until, "at", version)
   VALUES (?, ?, 'everyone', '', 12, 7, '2024-01-01', '', '', 1)`,
);
const completion = database.prepare(
  `INSERT INTO completions (id, user, course, number, completedOn, evidence, corrects, imported, "at")
   VALUES (?, ?, ?, 0, ?, 'stated', '', '', '')`,
);
for (let p = 0; p < 200; p += 1) person.run(id("p", p), `Person ${p}`, p % 2, id("k", p));
for (let c = 0; c < 30; c += 1) {
  course.run(id("c", c), `Course ${c}`);
  requirement.run(id("r", c), id("c", c));
}
for (let n = 0; n < 18_000; n += 1) {
  const [p, c, times] = [n % 200, Math.floor(n / 200) % 30, Math.floor(n / 6_000)];
  completion.run(id("d", n), id("p", p), id("c", c), day(times * 365 + ((p * 31 + c * 7) % 364)));
}
database.exec("COMMIT");
database.close();

async function timed(
  name: string,
  rounds: number,
  run: () => Promise<{ status: number }>,
  before?: (round: number) => Promise<{ status: number }>,
): Promise<void> {
  const took: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    if (before && (await before(i)).status !== 200) throw new Error(`${name}: not made ready`);
    const begun = performance.now();
    const { status } = await run();
    took.push(performance.now() - begun);
    if (status !== 200) throw new Error(`${name}: ${status}`);
  }
  took.sort((one, other) => one - other);
  const at = (share: number): string => `${Math.round(took[Math.floor((rounds - 1) * share)] ?? 0)} ms`;
  console.log(`${name}: half of them within ${at(0.5)}, 95 of 100 within ${at(0.95)}`);
}

const get = (path: string) => () => ask(server, `GET /api/chaperone/${path}`, { token });
const rounds = Number(values.rounds);
await timed("access log, first page", rounds, get("events?limit=50"));
await timed("training, first page of 200 x 30", rounds, get("training"));
await timed("training, who is late with one", rounds, get(`training?state=late&course=${id("c", 3)}`));
await timed("training, on a past day", rounds, get(`training?on=${day(400)}`));
await timed("first screen of the lead", rounds, get("frame?day=1"));
const complete = (n: number) => {
  const data = { user: id("p", n), course: id("c", 3), completedOn: day(1_500 + n), evidence: "stated" };
  return act(server, token, "completions.add", data);
};
await timed("training, first page after a completion was entered", rounds, get("training"), complete);
const sample = await ask(server, "GET /api/chaperone/training", { token });
if (sample.body.people?.length !== 50 || sample.body.shown < 200)
  throw new Error("this is not the page of 200 x 30");
const rows = Array.from({ length: 6_000 }, (_, n) => [
  id("p", n % 200),
  id("c", Math.floor(n / 200)),
  day(2_000 + (n % 50)),
  "E-learning",
]);
const body = { register: "completions", dates: "iso", dryRun: false, ...bodyOfRows(rows) };
await timed("6,000 rows brought in", 1, () => ask(server, "POST /api/chaperone/import", { token, body }));
await server.stop();
