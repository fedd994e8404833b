import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeKeys } from "../../scripts/folder/keys.mjs";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { ask, codeOf, lead, newBrowser, type SignedIn, setUpClinic } from "../server/people/clinic.ts";
import { behindTheBack } from "../server/people/database.ts";
import { mailOutcome } from "../support/server/ledger-client.ts";
import { until } from "../support/server/loopback.ts";
import { startServer, type TestServer } from "../support/server/server.ts";

/** A file system of our own, small enough to fill: only root may make one, and only on Linux. */
const disk = mkdtempSync(join(tmpdir(), "chaperone-disk-"));
const mounted =
  process.platform === "linux" &&
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=96m,mode=0700", "none", disk]).status === 0;

let server: TestServer;
let priya: SignedIn;
let browser: string;
beforeAll(async () => {
  if (!mounted) return;
  const data = join(disk, "data");
  makeKeys(dataPaths(data).keys);
  server = await startServer({ data });
  priya = await setUpClinic(server);
  browser = (await newBrowser(server, priya.token, { holder: "desk", device: "clinic", name: "Desk" })).token;
});
afterAll(async () => {
  await server?.stop();
  if (mounted) spawnSync("umount", [disk]);
  rmSync(disk, { recursive: true, force: true });
});

const ballast = join(disk, "letters-of-somebody-else");

/** Writes until there is no byte left. */
function fillDisk(): void {
  const handle = openSync(ballast, "w");
  try {
    for (let size = 1_048_576; size >= 512; size /= 2)
      try {
        for (;;) writeSync(handle, Buffer.alloc(size, 0x61));
      } catch {}
  } finally {
    closeSync(handle);
  }
}

const signIn = () => {
  behindTheBack(server, "UPDATE users SET totpCounter = 0");
  return ask(server, "POST /api/chaperone/sign-in", {
    body: { email: lead.email, password: lead.password, code: codeOf(priya.secret) },
  });
};
const made = Array.from({ length: 40 }, (_, n) => mailOutcome(n));
const events = (n: number) =>
  ask(server, "POST /api/chaperone/events", {
    token: browser,
    body: { sentAt: new Date().toISOString(), events: [made[n]] },
  });
const health = async () => (await fetch(`${server.url}/api/health`)).status;

test.runIf(mounted)(
  "a full disk is said at sign-in, by the health route and at each act; nothing is acknowledged that is not kept, and all goes on when there is room",
  async () => {
    expect([await health(), (await signIn()).status, (await events(1)).status]).toEqual([200, 200, 200]);
    behindTheBack(server, "UPDATE users SET totpCounter = 0");
    fillDisk();
    await until("the health route to say so", async () => (await health()) === 503);
    const said = await (await fetch(`${server.url}/api/health`)).json();
    expect(said.message).toContain("disk is full");

    // What the database holds room for already may still go in; from then on everybody is told.
    let tries = 0;
    const refused = await until("the sign-in to be refused", async () => {
      tries += 1;
      const body = { email: `somebody${tries}@harbour.example`, password: lead.password, code: "000000" };
      const answer = await ask(server, "POST /api/chaperone/sign-in", { body });
      return answer.status >= 500 ? answer : undefined;
    });
    expect(refused).toMatchObject({
      status: 507,
      body: { message: expect.stringContaining("disk is full") },
    });
    expect(JSON.stringify(refused.body)).not.toContain(disk);
    const kept: number[] = [];
    for (let n = 2; n < 40; n += 1) {
      const answer = await events(n);
      if (answer.status === 200) kept.push(n);
      else
        expect(answer).toMatchObject({
          status: 507,
          body: { message: expect.stringContaining("disk is full") },
        });
    }

    rmSync(ballast);
    await until("the health route to answer", async () => (await health()) === 200);
    await until("the sign-in to be taken", async () => {
      behindTheBack(server, "DELETE FROM sign_in_failures");
      return (await signIn()).status === 200;
    });
    // What was acknowledged is there; what was not is taken now.
    for (let n = 1; n < 40; n += 1) {
      const { status, body } = await events(n);
      expect([status, body.results[0].status]).toEqual([
        200,
        n === 1 || kept.includes(n) ? "duplicate" : "accepted",
      ]);
    }
  },
);
