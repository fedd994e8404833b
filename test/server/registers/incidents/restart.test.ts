import { afterAll, expect, test } from "vitest";
import { hooksWithClock } from "../../../support/server/hooks-folder.ts";
import { startServer, type TestServer } from "../../../support/server/server.ts";
import { behindTheBack, rowsIn } from "../../people/database.ts";
import { type Cast, castOf, newIncident } from "./cast.ts";

let cast: Cast;
let second: TestServer | undefined;
afterAll(async () => {
  await second?.stop();
});

const reminders = (server: TestServer, id: string) =>
  rowsIn(server, "SELECT kind, late, saidAt FROM reminders WHERE subject = ? ORDER BY due, kind", id);

test("a server that was off for a day says what it missed once, marked late, and no more than once", async () => {
  cast = await castOf();
  const id = await newIncident(cast);
  await cast.server.kill9();
  const yesterday = new Date(Date.now() - 25 * 3_600_000).toISOString().replace("T", " ");
  behindTheBack(cast.server, "UPDATE breaches SET provisionalFrom = ? WHERE id = ?", yesterday, id);
  // Whoever was asked at once, before it went off, was asked of a clock that began today.
  behindTheBack(cast.server, "DELETE FROM reminders WHERE subject = ?", id);
  second = await startServer({ data: cast.server.data, hooks: await hooksWithClock() });
  for (let i = 0; i < 300 && reminders(second, id).length < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const first = reminders(second, id);
  expect(first.map(({ kind }) => kind)).toEqual([
    "triage-duty",
    "triage-deputy",
    "triage-deputy",
    "triage-duty",
  ]);
  expect(first.filter(({ saidAt }) => saidAt !== "")).toHaveLength(2);
  expect(first.every(({ late }) => late === 1)).toBe(true);
  // The next run finds nothing more to say.
  expect((await second.command(["chaperone", "remind"])).status).toBe(0);
  expect(reminders(second, id)).toEqual(first);
}, 120_000);
