import type { Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { readOutbox } from "../../support/browser/outbox.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, setUpClinic, startClinic } from "../../support/server/clinic.ts";
import { eventsOf, storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { npmScript } from "../../support/server/npm-script.ts";
import { pairChromium } from "../../support/server/pair.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

describeWith(["chromium", "extension"])("an outbox whose pairing ended", () => {
  const things = closing();
  let server: TestServer;
  let clinic: Clinic;
  let chromium: Chromium;
  let ours: Page;
  let page: Page;

  const outbox = () => readOutbox(ours);
  const tell = (name: string) =>
    ours.evaluate((what) => chrome.runtime.sendMessage({ name: what, data: {} }), name);
  const owned = (name: string) =>
    ({ holder: "person", device: "clinic", user: clinic.lead.id, name }) as const;

  async function open(id: number): Promise<void> {
    await page.bringToFront();
    await page.goto(`https://${clinikoHost}/patients/${id}`);
    await until(`the view of ${id} to be kept`, async () =>
      (await outbox()).some(({ event }) => event.recordRef === String(id)),
    );
  }
  const refs = async () =>
    (await eventsOf(clinic, "record.view")).map(({ recordRef }) => recordRef).reverse();
  const acknowledged = () =>
    until("all to be acknowledged", async () => (await outbox()).every(({ state }) => state === "sent"));

  beforeEach(async () => {
    ({ server, clinic } = await startClinic());
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: clinic.lead.token, body: { notice } });
    chromium = await launchChromium();
    await serveCliniko(chromium.context);
    ours = await chromium.openExtensionPage("options.html");
    page = await chromium.context.newPage();
  });

  afterEach(async () => {
    await chromium.close();
    await server.stop();
  });

  it("sends after a revocation and a new pairing what it kept, once, marked late", async () => {
    const first = await pairChromium(chromium, clinic, owned("Office"));
    await open(101);
    await acknowledged();
    const { data } = server;
    const port = Number(new URL(server.url).port);
    await server.stop({ keep: true });
    await open(102);
    await open(103);
    server = await startServer({ data, port });
    const row = (await clinic.rows(clinic.lead, "browsers")).find(({ id }) => id === first);
    await clinic.act(clinic.lead, "browsers.revoke", {}, row);
    await tell("refresh");
    const popup = await chromium.popup();
    await popup.getByText("3 events are kept here until").waitFor();
    await popup.close();

    const second = await pairChromium(chromium, clinic, owned("Office again"));
    const rows = await storedEvents(clinic, "record.view", 3);
    expect(rows.map(({ recordRef }) => recordRef).reverse()).toEqual(["101", "102", "103"]);
    const late = rows.reverse().map(({ browser, user, detail }) => [browser, user, JSON.parse(detail).late]);
    const from = (n: number) => ({ browser: first, n, user: clinic.lead.id });
    expect(late).toEqual([
      [first, clinic.lead.id, undefined],
      [second, clinic.lead.id, from(2)],
      [second, clinic.lead.id, from(3)],
    ]);
    await acknowledged();
    await open(104);
    await storedEvents(clinic, "record.view", 4);
  });

  it("brings back what a restored server lost, and is told to pair again where that server doesn't know it", async () => {
    const { data } = server;
    const port = Number(new URL(server.url).port);
    const made = await npmScript("backup", ["--data", data]);
    expect(made.status, made.stderr).toBe(0);
    const first = await pairChromium(chromium, clinic, owned("Office"));
    await open(201);
    await open(202);
    await acknowledged();
    await server.kill9();
    const zip = `${data}/${made.stdout.trim()}`;
    const restored = await npmScript("restore", ["--data", data, "--from", zip]);
    expect(restored.status, restored.stderr).toBe(0);
    server = await startServer({ data, port });
    expect(await refs()).toEqual([]);
    await tell("refresh");
    const popup = await chromium.popup();
    await popup.getByText("pair it again").waitFor();
    await popup.getByText("2 events are kept here until").waitFor();
    await popup.close();
    const second = await pairChromium(chromium, clinic, owned("Office"));
    expect(second).not.toBe(first);
    const rows = await storedEvents(clinic, "record.view", 2);
    expect(rows.map(({ recordRef }) => recordRef).reverse()).toEqual(["201", "202"]);
    expect(rows.map(({ user }) => user)).toEqual([clinic.lead.id, clinic.lead.id]);
  });

  it("offers again all that a restored server lost, also what others' events have taken the place of", async () => {
    await pairChromium(chromium, clinic, owned("Office"));
    await open(301);
    await acknowledged();
    const { data } = server;
    const port = Number(new URL(server.url).port);
    const made = await npmScript("backup", ["--data", data]);
    expect(made.status, made.stderr).toBe(0);
    await open(302);
    await open(303);
    await acknowledged();
    await server.kill9();
    expect(
      (await npmScript("restore", ["--data", data, "--from", `${data}/${made.stdout.trim()}`])).status,
    ).toBe(0);
    server = await startServer({ data, port });
    // The lead's sign-ins and others fill the numbers that the lost events had.
    for (let i = 0; i < 6; i += 1) await server.command(["chaperone", "pair", "--desk", `Desk ${i}`]);
    await tell("send-now");
    await tell("refresh");
    await open(304);
    await until("all three to arrive", async () => (await refs()).length === 4);
    expect((await refs()).sort()).toEqual(["301", "302", "303", "304"]);
  });

  it("is deleted when it was kept for its time, and that is told", async () => {
    await pairChromium(chromium, clinic, owned("Office"));
    const { data } = server;
    const port = Number(new URL(server.url).port);
    await server.stop({ keep: true });
    await open(501);
    server = await startServer({ data, port });
    await tell("unpair");
    /** As if the pairing had ended so many days ago, and the heartbeat's alarm rings. */
    const daysLater = (days: number) =>
      ours.evaluate(async (at) => {
        const { ended } = await chrome.storage.local.get("ended");
        await chrome.storage.local.set({ ended: { ...(ended as object), at } });
        // It may ring before `create` has answered.
        const rang = new Promise<void>((resolve) => chrome.alarms.onAlarm.addListener(() => resolve()));
        await chrome.alarms.create("beat", { when: Date.now() });
        await rang;
      }, new Date(Date.now() - days * 86_400_000).toISOString());
    await daysLater(29);
    expect(await outbox()).toHaveLength(1);
    await daysLater(31);
    const popup = await chromium.popup();
    await popup.getByText("1 event had not been sent and is lost").waitFor();
    await popup.close();
    expect(await outbox()).toEqual([]);
  });

  it("never goes to another clinic", async () => {
    const { data } = server;
    await pairChromium(chromium, clinic, owned("Office"));
    const port = Number(new URL(server.url).port);
    await server.stop({ keep: true });
    await open(401);
    server = await startServer({ data, port });
    const other = things.open(await startServer({ stranger: true }));
    const elsewhere = await setUpClinic(other);
    await tell("unpair");
    expect(await outbox()).toHaveLength(1);
    await pairChromium(chromium, elsewhere, { ...owned("Elsewhere"), user: elsewhere.lead.id });
    expect(await outbox()).toEqual([]);
    const popup = await chromium.popup();
    await popup.getByText("events of another clinic").waitFor();
    await popup.close();
    expect(await eventsOf(elsewhere, "record.view")).toEqual([]);
  });
});
