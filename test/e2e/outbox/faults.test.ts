import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { type OutboxRow, readOutbox } from "../../support/browser/outbox.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, startClinic } from "../../support/server/clinic.ts";
import { type FaultyProxy, startFaultyProxy } from "../../support/server/faulty-proxy.ts";
import { eventsOf, storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { npmScript } from "../../support/server/npm-script.ts";
import { pairChromium } from "../../support/server/pair.ts";
import type { TestServer } from "../../support/server/server.ts";

const recordsUrl = (id: number) => `https://${clinikoHost}/patients/${id}`;

describeWith(["chromium", "extension"])("an outbox behind a bad line", () => {
  const things = closing();
  let server: TestServer;
  let clinic: Clinic;
  let proxy: FaultyProxy;
  let chromium: Chromium;
  let ours: Page;
  let page: Page;
  let browserId: string;

  const outbox = () => readOutbox(ours);
  /** What the server has not acknowledged: the rest is kept until a backup holds it. */
  const unsent = async () => (await outbox()).filter(({ state }) => state !== "sent");
  const refsOf = (rows: readonly OutboxRow[]) => rows.map(({ event }) => event.recordRef);

  /** Opens a record until its view is kept on disk. */
  async function open(id: number): Promise<void> {
    await page.bringToFront();
    await page.goto(recordsUrl(id));
    await until(`the view of ${id} to be kept or sent`, async () => {
      const kept = (await outbox()).some(({ event }) => event.recordRef === String(id));
      return (
        kept || (await eventsOf(clinic, "record.view")).some(({ recordRef }) => recordRef === String(id))
      );
    });
  }

  async function tryNow(): Promise<void> {
    await ours.evaluate(() => chrome.runtime.sendMessage({ name: "send-now", data: {} }));
  }

  beforeAll(async () => {
    ({ server, clinic } = things.open(await startClinic()));
    proxy = things.open(await startFaultyProxy(server.url));
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: clinic.lead.token, body: { notice } });
    chromium = things.open(await launchChromium());
    await serveCliniko(chromium.context);
    const wanted = { holder: "person", device: "clinic", user: clinic.lead.id, name: "Office" } as const;
    browserId = await pairChromium(chromium, { ...clinic, url: proxy.url }, wanted);
    ours = await chromium.openExtensionPage("options.html");
    page = await chromium.context.newPage();
  });

  it("halves a batch that is refused whole, and all arrive in order", async () => {
    proxy.refuse = () => ({ status: 503, body: {} });
    for (const id of [101, 102, 103, 104, 105]) await open(id);
    proxy.batches.length = 0;
    proxy.refuse = ({ body }) =>
      (body.events?.length ?? 0) > 2
        ? { status: 413, body: { status: 413, message: "too much" } }
        : undefined;
    await tryNow();
    const rows = await storedEvents(clinic, "record.view", 5);
    expect(rows.map(({ recordRef }) => recordRef).reverse()).toEqual(["101", "102", "103", "104", "105"]);
    expect(proxy.batches.slice(0, 2)).toEqual([5, 2]);
    await until("all to be acknowledged", async () => (await unsent()).length === 0);
    expect(refsOf(await outbox())).toEqual(["101", "102", "103", "104", "105"]);
  });

  it("sets one event aside that the server can't take, shows it, and sends those behind it", async () => {
    proxy.refuse = ({ body }) => {
      const held = JSON.stringify(body.events ?? []);
      return held.includes('"recordRef":"201"')
        ? { status: 400, body: { status: 400, message: "no" } }
        : undefined;
    };
    await open(201);
    await open(202);
    await storedEvents(clinic, "record.view", 6);
    await until("the refused one to be set aside", async () => (await unsent())[0]?.state === "refused");
    const popup = await chromium.popup();
    await popup.getByText("1 event not taken").waitFor();
    await popup.close();
  });

  it("offers it again when the clinic's policy has changed", async () => {
    proxy.refuse = () => undefined;
    await clinic.nameSites([{ host: "post.harbour.example", adapter: "roundcube" }]);
    await ours.evaluate(() => chrome.runtime.sendMessage({ name: "refresh", data: {} }));
    await tryNow();
    const rows = await storedEvents(clinic, "record.view", 7);
    expect(rows.some(({ recordRef }) => recordRef === "201")).toBe(true);
  });

  it("loses nothing when an answer is lost: the same events again change nothing", async () => {
    let lost = 0;
    proxy.change = (_, answer) => {
      lost += 1;
      return { nonsense: answer.head };
    };
    await open(301);
    await until("an answer to be lost", () => lost > 0);
    proxy.change = (_, answer) => answer;
    await tryNow();
    await until("all to be acknowledged", async () => (await unsent()).length === 0);
    const rows = await eventsOf(clinic, "record.view");
    expect(rows.filter(({ recordRef }) => recordRef === "301")).toHaveLength(1);
  });

  it("keeps what is acknowledged until a backup that holds it was read back", async () => {
    await open(401);
    await until("it to be acknowledged", async () => (await unsent()).length === 0);
    expect(refsOf(await outbox())).toContain("401");
    const made = await npmScript("backup", ["--data", server.data]);
    expect(made.status, made.stderr).toBe(0);
    await open(402);
    await until("the watermark to pass", async () => !refsOf(await outbox()).includes("401"));
    await until("the newer one to be acknowledged", async () => (await unsent()).length === 0);
    expect(refsOf(await outbox())).toEqual(["402"]);
  });

  it("says so when the log no longer holds what there is a receipt for, and keeps that receipt", async () => {
    let shown: unknown;
    proxy.change = ({ body }, answer) => {
      shown = body.receipt;
      const at = answer.at as { seq: number } | undefined;
      return at ? { ...answer, at: { ...at, hash: "f".repeat(64) } } : answer;
    };
    await open(501);
    const popup = await chromium.popup();
    await popup.getByText("The log does not match").first().waitFor();
    await popup.close();
    const contradicted = shown;
    await open(502);
    await until("the next request", () => JSON.stringify(shown) === JSON.stringify(contradicted));
    proxy.change = (_, answer) => answer;
  });

  it("stamps new events by the server's time when this computer's clock is hours off", async () => {
    const hours = 2 * 3_600_000;
    const late = () => new Date(Date.now() + hours).toISOString();
    proxy.change = (_, answer) => ({ ...answer, serverTime: late() });
    await tryNow();
    await open(541);
    await open(542);
    const of542 = await until("the second view", async () =>
      (await eventsOf(clinic, "record.view")).find(({ recordRef }) => recordRef === "542"),
    );
    expect(Math.abs(Date.parse(of542.occurredAt) - Date.now() - hours)).toBeLessThan(60_000);
    proxy.change = (_, answer) => answer;
    await open(543);
    const of543 = await until("the third view", async () =>
      (await eventsOf(clinic, "record.view")).find(({ recordRef }) => recordRef === "543"),
    );
    await open(544);
    const of544 = await until("the fourth view", async () =>
      (await eventsOf(clinic, "record.view")).find(({ recordRef }) => recordRef === "544"),
    );
    expect(Date.parse(of543.occurredAt)).toBeGreaterThan(Date.parse(of544.occurredAt));
    expect(Math.abs(Date.parse(of544.occurredAt) - Date.now())).toBeLessThan(60_000);
  });

  it("says once paired that it is alive, and what it watches", async () => {
    const row = await until("a heartbeat", async () =>
      (await clinic.rows(clinic.lead, "browsers")).find(({ id, lastSeen }) => id === browserId && lastSeen),
    );
    expect(row.adapters).toContainEqual({ id: "cliniko", state: expect.stringMatching(/idle|watching/) });
    expect(row.adapters).toContainEqual({ id: "gmail", state: "idle" });
  });

  it("goes on when the browser has ended its worker, also with an event that waits", async () => {
    proxy.refuse = () => ({ status: 503, body: {} });
    await open(551);
    await chromium.stopWorker();
    proxy.refuse = () => undefined;
    await open(552);
    await tryNow();
    await until("both to arrive", async () => {
      const refs = (await eventsOf(clinic, "record.view")).map(({ recordRef }) => recordRef);
      return refs.includes("551") && refs.includes("552");
    });
  });

  it("makes a damaged store anew, tells how many events went with it, and uses no number again", async () => {
    proxy.refuse = () => ({ status: 503, body: {} });
    await open(571);
    await ours.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const gone = indexedDB.deleteDatabase("chaperone");
          gone.onerror = () => reject(gone.error);
          // Of the right version, and with nothing of what belongs in it; asked for at once, so that nobody comes between.
          const empty = indexedDB.open("chaperone", 1);
          empty.onerror = () => reject(empty.error);
          empty.onsuccess = () => {
            empty.result.close();
            resolve();
          };
        }),
    );
    await page.goto(recordsUrl(572));
    const popup = await chromium.popup();
    await popup.getByText("was damaged and has been made anew").waitFor();
    await popup.getByText("1 event since").waitFor();
    await popup.getByRole("button", { name: "Understood" }).click();
    await popup.getByText("was damaged").waitFor({ state: "detached" });
    await popup.close();
    proxy.refuse = () => undefined;
    await tryNow();
    await until("the second to arrive", async () =>
      (await eventsOf(clinic, "record.view")).some(({ recordRef }) => recordRef === "572"),
    );
    const numbers = (await eventsOf(clinic, "record.view")).map(({ n }) => n).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect((numbers.at(-1) ?? 0) - (numbers.at(-2) ?? 0)).toBe(2);
  });

  it("shows how long it keeps what was not sent once it is revoked, and records no more", async () => {
    proxy.refuse = () => ({ status: 503, body: {} });
    await open(601);
    const kept = await outbox();
    const row = (await clinic.rows(clinic.lead, "browsers")).find(({ id }) => id === browserId);
    await clinic.act(clinic.lead, "browsers.revoke", {}, row);
    proxy.refuse = () => undefined;
    await tryNow();
    const popup = await chromium.popup();
    const many = kept.length === 1 ? "1 event is" : `${kept.length} events are`;
    await popup.getByText(`${many} kept here until`).waitFor();
    await popup.getByRole("link", { name: "Pair this browser" }).waitFor();
    await popup.close();
    expect(await outbox()).toEqual(kept);
    await page.bringToFront();
    await page.goto(recordsUrl(602));
    await page.waitForTimeout(2_500);
    expect(await outbox()).toEqual(kept);
  });
});
