import { beforeAll, expect, test } from "vitest";
import type { Chromium } from "../../support/browser/chromium.ts";
import { axeViolations } from "../../support/browser/dashboard-page.ts";
import { keptInExtension } from "../../support/browser/kept-in-extension.ts";
import { columnsHolding } from "../../support/browser/where-stored.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { takePicture } from "../../support/files/picture.ts";
import { findLeaks } from "../../support/leak.ts";
import { pairedChromium, startMailPages } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery, spacedNhs } from "../../support/people.ts";
import { type Clinic, startClinic } from "../../support/server/clinic.ts";
import { storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

describeWith(["chromium", "extension"])("who received what was sent anyway", () => {
  const things = closing();
  let server: TestServer;
  let clinic: Clinic;
  let chromium: Chromium;
  let letters: Letters;
  let url: string;

  beforeAll(async () => {
    const pages = things.open(await startMailPages());
    ({ server, clinic } = things.open(await startClinic()));
    await clinic.nameSites([{ host: pages.host, adapter: "unknown-mail" }]);
    chromium = things.open(await pairedChromium(clinic, "Office"));
    letters = await makeLetters(ellery);
    things.later(letters.remove);
    url = pages.url;
  });

  async function sentAnyway(): Promise<GuardPage> {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    await on.page.setInputFiles("#single", letters.pdf);
    await on.dialog.opened();
    await on.sendAnyway();
    return on;
  }

  const answers = async (): Promise<string[]> => {
    const rows = await clinic.rows(clinic.lead, "breaches");
    const texts = rows
      .toSorted((one, other) => Number(one.number) - Number(other.number))
      .map(({ id }) =>
        clinic.call<{ text: string }>(`chaperone/recipient?id=${id}`, { token: clinic.lead.token }),
      );
    return (await Promise.all(texts)).map(({ text }) => text);
  };

  test("is asked at once; the answer lies in the incident, and nowhere else", async () => {
    const on = await sentAnyway();
    const said = await on.dialog.noticed("Who received it?");
    expect(said).toContain("Attached with your reason.");
    await takePicture(on.page, "recipient-question-line");
    await on.page.evaluate(`heard = []; for (const type of ["keydown", "input", "beforeinput"])
      window.addEventListener(type, (event) => heard.push(type), true)`);
    await on.dialog.press("Answer");
    await on.dialog.noticed("A name or an address, as far as you know.");
    await on.dialog.press("Answer");
    await on.dialog.noticed("Say who received it.");
    await takePicture(on.page, "recipient-question");
    await on.dialog.write(`The practice, about ${spacedNhs(ellery)}`);
    await on.dialog.press("Answer");
    await on.dialog.noticed(`Leave out “${spacedNhs(ellery)}”.`);
    await on.page.keyboard.press("ControlOrMeta+A");
    await on.page.keyboard.type("Zebulon Quarrington at another practice");
    expect(await on.page.evaluate("heard")).toEqual([]);
    await on.page.keyboard.press("Enter");
    await on.dialog.noticed("Answered. It is kept with the incident alone.");
    expect(await answers()).toEqual(["Zebulon Quarrington at another practice"]);
    expect(columnsHolding(server, "quarrington")).toEqual(["breaches.recipientAnswer"]);
    const popup = await chromium.popup();
    await popup.getByRole("button", { name: "Report an incident" }).waitFor();
    expect(await popup.getByText("Who received it?").count()).toBe(0);
    expect(await keptInExtension(popup)).not.toContain("Quarrington");
    expect(server.output()).not.toContain("Quarrington");
    await popup.close();
    await on.page.close();
  });

  test("is asked again by the tab's next page, until it is put off; then the popup takes the answer", async () => {
    const on = await sentAnyway();
    await on.dialog.noticed("Who received it?");
    await on.page.reload();
    await on.dialog.noticed("A name or an address, as far as you know.");
    await on.dialog.press("Later");
    await on.dialog.noticed("You can answer later");
    await on.page.reload();
    await storedEvents(clinic, "mail.outcome", 2);
    await on.page.waitForTimeout(1_500);
    expect((await on.dialog.notice()) ?? "").not.toContain("Who received it?");
    for (const colorScheme of ["light", "dark"] as const) {
      const popup = await chromium.popup();
      await popup.emulateMedia({ colorScheme });
      await popup.getByLabel("Who received it?").waitFor();
      expect(await axeViolations(popup)).toEqual([]);
      await popup.setViewportSize({ width: 360, height: 600 });
      await takePicture(popup, `popup-recipient-${colorScheme}`);
      if (colorScheme === "light") {
        await popup.close();
        continue;
      }
      await popup.getByRole("button", { name: "Answer" }).click();
      await popup.getByText("Say who received it.").waitFor();
      await popup.getByLabel("Who received it?").fill("The practice at Northquay");
      await popup.getByLabel("Who received it?").press("Enter");
      await popup.getByText("Answered. It is kept with the incident alone.").waitFor();
      await popup.getByLabel("Who received it?").waitFor({ state: "detached" });
      await popup.close();
    }
    expect((await answers())[1]).toBe("The practice at Northquay");
    await on.page.close();
  });

  test("is asked with its field when the message itself is sent anyway", async () => {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    await on.page.fill(
      "#body",
      `Mrs Rosalind Ellery, NHS number ${spacedNhs(ellery)}, has a frozen shoulder.`,
    );
    await on.page.click("#send");
    await on.dialog.opened("This message has not been sent");
    await on.sendAnyway();
    await until("the message to go", async () => (await on.got()).sent === 1);
    await on.dialog.noticed("A name or an address, as far as you know.");
    await on.dialog.write("reception@northquay.example");
    await on.dialog.press("Answer");
    await on.dialog.noticed("Answered.");
    expect((await answers())[2]).toBe("reception@northquay.example");
    await on.page.close();
  });

  test("is not asked where nothing went outside, and not for what was removed", async () => {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    await on.page.setInputFiles("#single", letters.pdf);
    await on.dialog.opened();
    await on.dialog.press("Remove it");
    expect(await on.dialog.noticed("Removed.")).not.toContain("Who received it?");
    await on.page.close();
  });

  test("an answer that can't be sent is said so and kept nowhere; it goes when the server is back", async () => {
    const on = await sentAnyway();
    await on.dialog.noticed("Who received it?");
    await on.dialog.press("Answer");
    const { port } = new URL(server.url);
    await server.stop({ keep: true });
    await on.dialog.write("Ottoline Vance at the insurer");
    await on.dialog.press("Answer");
    await on.dialog.noticed("Not sent: the clinic's server did not answer.");
    const popup = await chromium.popup();
    expect(await keptInExtension(popup)).not.toContain("Ottoline");
    await popup.close();
    server = things.open(await startServer({ data: server.data, port: Number(port) }));
    await on.dialog.press("Answer");
    await on.dialog.noticed("Answered.");
    expect((await answers())[3]).toBe("Ottoline Vance at the insurer");
    await until("no other place", () => columnsHolding(server, "ottoline").length === 1);
    await server.stop({ keep: true });
    const elsewhere = findLeaks([server.data], ["Ottoline Vance"]).map(({ file }) => file);
    expect(elsewhere.every((file) => /\/data\.db(?:-wal)?$/.test(file))).toBe(true);
    await on.page.close();
  });
});
