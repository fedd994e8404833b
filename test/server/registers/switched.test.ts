import { afterAll, beforeAll, expect, test } from "vitest";
import { type Switchable, switchable } from "#domain/registers/switched";
import { act, ask } from "../people/clinic.ts";
import { rowsIn } from "../people/database.ts";
import { type Cast, castOf } from "./incidents/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const turn = (registersOff: readonly string[]) => {
  const { server, priya } = cast;
  const version = Number(rowsIn(server, "SELECT version FROM clinic")[0]?.version);
  return act(server, priya.token, "clinic.change", { registersOff }, { id: "clinic000000000", version });
};
const add = (completedOn: string) =>
  act(cast.server, cast.priya.token, "completions.add", {
    user: cast.tom.id,
    course: "coursedataprote",
    completedOn,
    evidence: "stated",
  });
const asLead = async (asked: string, body?: object) =>
  (await ask(cast.server, asked, { token: cast.priya.token, ...(body && { body }) })).body;
const path = "GET /api/chaperone";
const pack = () =>
  asLead("POST /api/chaperone/evidence-pack", { from: "2026-01-01", to: "2026-11-30", confidential: false });

test("a register that is switched off is nowhere but among what is held, and comes back with all it held", async () => {
  expect((await add("2026-01-05")).status).toBe(200);
  const figures = async () => Object.keys((await asLead(`${path}/year?year=2026`)).registers);
  const held = async () => (await asLead(`${path}/held-about-patients`)).held;
  const files = async () => (await pack()).files.map((file: { path: string }) => file.path);
  expect(await figures()).toContain("training");
  expect(await files()).toContain("training/training.csv");
  const listed = await held();

  expect((await turn(["training"])).status).toBe(200);
  const refused = await add("2026-02-05");
  expect(refused.status).toBe(403);
  expect(refused.body.message).toMatch(/switched off/);
  for (const asked of ["training", "lesson?course=courseconfident"]) {
    const answer = await ask(cast.server, `${path}/${asked}`, { token: cast.priya.token });
    expect(answer.status).toBe(403);
  }
  const rows = { values: [cast.tom.id, "coursedataprote", "2026-02-05", "X"], rows: "0,1,2,3" };
  const list = { register: "completions", dates: "iso", dryRun: false, ...rows };
  expect(Object.keys((await asLead("POST /api/chaperone/import", list)).data)).toEqual(["register"]);
  expect(await figures()).not.toContain("training");
  expect(await files()).not.toContain("training/training.csv");
  expect((await pack()).leftOut).toContainEqual({
    what: "Training",
    why: expect.stringContaining("Switched off"),
  });
  expect(await held()).toEqual(listed);

  expect((await turn([])).status).toBe(200);
  expect(await files()).toContain("training/training.csv");
  expect(rowsIn(cast.server, "SELECT id FROM completions")).toHaveLength(1);
});

/** A question to each register that can be switched off. */
const asked: Readonly<Record<Switchable, readonly string[]>> = {
  training: ["training", "lesson?course=courseconfident"],
  cctv: ["cctv"],
  retention: ["retention", "retention-own"],
  audits: ["audits", "audits?format=csv", "samples", "samples/again?week=2026-01-05"],
  suppliers: ["suppliers", "suppliers?format=csv"],
  "policy-map": ["policy-map"],
};

test.each(switchable)(
  "%s answers nobody where it is switched off, and everybody as before where it is not",
  async (key) => {
    const { server, priya } = cast;
    const statuses = async () =>
      await Promise.all(
        asked[key].map(async (one) => (await ask(server, `${path}/${one}`, { token: priya.token })).status),
      );
    const before = await statuses();
    expect(before).not.toContain(403);
    expect((await turn([key])).status).toBe(200);
    expect(new Set(await statuses())).toEqual(new Set([403]));
    expect((await turn([])).status).toBe(200);
    expect(await statuses()).toEqual(before);
  },
);

test("only registers that a clinic can do without are switched off, by the lead alone", async () => {
  expect((await turn(["incidents"])).status).toBe(400);
  const { server, ingrid } = cast;
  const row = {
    id: "clinic000000000",
    version: Number(rowsIn(server, "SELECT version FROM clinic")[0]?.version),
  };
  expect((await act(server, ingrid.token, "clinic.change", { registersOff: ["training"] }, row)).status).toBe(
    403,
  );
});
