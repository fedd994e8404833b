import { beforeAll, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { readOutbox } from "../../support/browser/outbox.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, startClinic } from "../../support/server/clinic.ts";
import { storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { pairChromium } from "../../support/server/pair.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

/** Invented ids of nineteen digits that differ in the last two alone. */
const ids = Array.from({ length: 30 }, (_, i) => `18054652029892100${String(i + 10)}`);
const patient = (id: string) => `https://${clinikoHost}/patients/${id}`;

describeWith(["chromium", "extension"])("a server that is gone for a while", () => {
  const things = closing();
  let server: TestServer;
  let clinic: Clinic;
  let chromium: Chromium;
  let profile: string;

  /** Opens each record until its view is kept on disk. */
  async function openAll(wanted: readonly string[]): Promise<void> {
    const page = await chromium.context.newPage();
    const ours = await chromium.openExtensionPage("options.html");
    for (const id of wanted) {
      await page.bringToFront();
      await page.goto(patient(id));
      await until(`the view of ${id} to be kept`, async () =>
        (await readOutbox(ours)).some(({ event }) => event.recordRef === id),
      );
    }
    await ours.close();
    await page.close();
  }

  /** Waits until the popup says so. */
  async function popupSays(words: string): Promise<void> {
    const popup = await chromium.popup();
    await popup.getByRole("main").filter({ hasText: words }).waitFor();
    await popup.close();
  }

  beforeAll(async () => {
    ({ server, clinic } = await startClinic());
    things.later(() => server.stop());
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: clinic.lead.token, body: { notice } });
    chromium = await launchChromium();
    profile = chromium.profile;
    things.later(() => chromium.close());
    await serveCliniko(chromium.context);
    const wanted = { holder: "person", device: "clinic", user: clinic.lead.id, name: "Office" } as const;
    await pairChromium(chromium, clinic, wanted);
  });

  it("does not lose one of 30 views that happen meanwhile, the browser restarted in between", async () => {
    const { data } = server;
    const port = Number(new URL(server.url).port);
    await server.stop({ keep: true });
    await openAll(ids.slice(0, 15));
    await popupSays("15 events waiting");
    await chromium.close({ keep: true });
    chromium = await launchChromium({ profile });
    await serveCliniko(chromium.context);
    await openAll(ids.slice(15));
    await popupSays("30 events waiting");
    server = await startServer({ data, port });
    const popup = await chromium.popup();
    await popup.getByRole("button", { name: "Try now" }).click();
    const rows = await storedEvents(clinic, "record.view", 30);
    expect(rows.map(({ recordRef }) => recordRef).reverse()).toEqual(ids);
    expect(rows.map(({ n }) => n).reverse()).toEqual(ids.map((_, i) => i + 1));
    await popup.getByText("30 events waiting").waitFor({ state: "detached" });
    await popup.close();
  });
});
