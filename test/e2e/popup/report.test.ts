import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { axeViolations } from "../../support/browser/dashboard-page.ts";
import { keptInExtension } from "../../support/browser/kept-in-extension.ts";
import { columnsHolding } from "../../support/browser/where-stored.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { takePicture } from "../../support/files/picture.ts";
import { addMessage } from "../../support/mail/team-message.ts";
import { describeWith } from "../../support/need.ts";
import { ellery, spacedNhs } from "../../support/people.ts";
import { type Clinic, type Member, startClinic } from "../../support/server/clinic.ts";
import { type FaultyProxy, startFaultyProxy } from "../../support/server/faulty-proxy.ts";
import { eventsOf, storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { pairChromium } from "../../support/server/pair.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

const sentence = "A letter went to another practice with a similar address.";

async function openForm(chromium: Chromium): Promise<Page> {
  const popup = await chromium.popup();
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.getByRole("button", { name: "Report an incident" }).click();
  return popup;
}

const notTheirs = (popup: Page) => popup.getByLabel("Neither, or I don’t know").check();
const sendIt = (popup: Page) => popup.getByRole("button", { name: /^Send to / }).click();

describeWith(["chromium", "extension"])("Report an incident, in the popup", () => {
  const things = closing();
  let server: TestServer;
  let clinic: Clinic;
  let maya: Member;
  let ingrid: Member;
  let proxy: FaultyProxy;
  let own: Chromium;
  let desk: Chromium;

  const incidents = (who: Member) => clinic.rows(who, "breaches");

  beforeAll(async () => {
    ({ server, clinic } = things.open(await startClinic()));
    maya = await clinic.join("Maya Lindqvist", "staff");
    ingrid = await clinic.join("Ingrid Tolhurst", "manager");
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: maya.token, body: { notice } });
    [own, desk] = [things.open(await launchChromium()), things.open(await launchChromium())];
    await serveCliniko(own.context);
    proxy = things.open(await startFaultyProxy(server.url));
    await pairChromium(
      own,
      { ...clinic, url: proxy.url },
      { holder: "person", device: "clinic", user: maya.id, name: "Room 2" },
    );
    await pairChromium(desk, clinic, { holder: "desk", device: "clinic", name: "Front desk" });
  });

  it("goes to the lead as an incident with the last event linked, and its words stand nowhere else", async () => {
    const records = await own.context.newPage();
    await records.goto(`https://${clinikoHost}/patients/1805465202989210063`);
    await storedEvents(clinic, "record.view", 1);
    const popup = await openForm(own);
    await popup.getByText("Add my last event: record …\u20600063 opened").waitFor();
    await sendIt(popup);
    await popup.getByText("Choose what happened.").waitFor();
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe("kind");
    await popup.getByLabel("Something went to the wrong person").check();
    await popup.getByLabel("In a sentence or two").fill(`It was about ${spacedNhs(ellery)}.`);
    await popup.getByText("Say whether it was you, or somebody of your own.").waitFor();
    await notTheirs(popup);
    await sendIt(popup);
    await popup.getByText(`Leave out “${spacedNhs(ellery)}”. Say “the patient”.`).waitFor();
    expect(await axeViolations(popup)).toEqual([]);
    expect(await keptInExtension(popup)).not.toContain(spacedNhs(ellery));
    await popup.getByLabel("In a sentence or two").fill(sentence);
    await takePicture(popup, "popup-report");
    await sendIt(popup);
    await popup.getByText("Sent to Priya Raman").waitFor();
    await popup.getByText("It is INC-1.").waitFor();
    await takePicture(popup, "popup-report-sent");
    expect(await axeViolations(popup)).toEqual([]);
    const [event] = await eventsOf(clinic, "record.view");
    const [incident] = await incidents(clinic.lead);
    expect(incident).toMatchObject({
      number: 1,
      kind: "wrong-person",
      origin: "report",
      text: sentence,
      reporter: maya.id,
      confidential: false,
      sourceEntry: event?.id,
    });
    expect(await keptInExtension(popup)).not.toContain("similar address");
    expect(columnsHolding(server, "similar address").toSorted()).toEqual([
      "breach_entries.text",
      "breaches.text",
    ]);
  });

  it("takes a time before now, and none that is to come", async () => {
    const popup = await openForm(own);
    await popup.getByLabel("Something is lost or stolen").check();
    await popup.getByLabel("In a sentence or two").fill("A clinic phone is lost.");
    await notTheirs(popup);
    await popup.getByLabel("When did you notice?").selectOption({ label: "At another time" });
    await popup.getByLabel("Day and time").fill("2099-01-01T09:00");
    await sendIt(popup);
    await popup.getByText("Enter a time before now.").waitFor();
    await popup.getByLabel("Day and time").fill("2026-10-25T01:30");
    await sendIt(popup);
    await popup.getByText("This time came twice, for the clocks went back. Choose which one.").waitFor();
    expect(await axeViolations(popup)).toEqual([]);
    await popup.getByLabel("The second, an hour later").check();
    await sendIt(popup);
    await popup.getByText("It is INC-2.").waitFor();
    const row = (await incidents(clinic.lead)).find(({ number }) => number === 2);
    expect(row).toMatchObject({ kind: "lost-or-stolen", noticedAt: "2026-10-25 01:30:00.000Z" });
  });

  it("keeps a confidential one from the manager whom it is about, at a desk, by nobody named", async () => {
    const popup = await openForm(desk);
    await popup.getByLabel("Someone saw what they had no need to see").check();
    await popup.getByLabel("In a sentence or two").fill("A manager opened a record of a neighbour.");
    await notTheirs(popup);
    await sendIt(popup);
    await popup.getByText("Say who reports, or that you would rather not say here.").waitFor();
    await popup.getByLabel("Who reports?").selectOption({ label: "I would rather not say here" });
    await popup.getByLabel("Keep my name between me and Priya Raman").check();
    await sendIt(popup);
    await popup.getByText("Say whether it is about a manager or the owner.").waitFor();
    await popup.getByLabel("Yes, a manager").check();
    await popup.getByLabel("Who is it?").selectOption({ label: "Ingrid Tolhurst" });
    expect(await axeViolations(popup)).toEqual([]);
    expect(await keptInExtension(popup)).not.toContain("neighbour");
    await sendIt(popup);
    await popup.getByText("Nobody else is shown that it exists.").waitFor();
    const confidential = (await incidents(clinic.lead)).find((one) => one.confidential);
    expect(confidential).toMatchObject({
      kind: "seen-without-need",
      about: ingrid.id,
      aboutWhom: "manager",
      reporter: "",
    });
    expect((await incidents(ingrid)).some((one) => one.confidential)).toBe(false);
  });

  it("sends one about the lead past the lead, and says where nobody else is named", async () => {
    const popup = await openForm(own);
    await popup.getByLabel("Someone saw what they had no need to see").check();
    await popup.getByLabel("In a sentence or two").fill("A record was opened without a reason.");
    await notTheirs(popup);
    await popup.getByLabel("Keep my name between me and Priya Raman").check();
    await popup.getByLabel("Yes, the owner").check();
    await popup.getByLabel("Who is it?").selectOption({ label: "Priya Raman" });
    await popup.getByRole("button", { name: "Send to the deputy" }).click();
    await popup.getByText("Nobody else is named here who could look at this.").waitFor();
    const [row] = await clinic.rows(clinic.lead, "clinic");
    if (row) await clinic.act(clinic.lead, "clinic.change", { deputyLead: ingrid.id }, row);
    await popup.getByRole("button", { name: "Send to the deputy" }).click();
    await popup.getByText("Sent to Ingrid Tolhurst").waitFor();
    const about = (who: Member) =>
      incidents(who).then((rows) => rows.filter((one) => one.about === clinic.lead.id));
    expect(await about(ingrid)).toHaveLength(1);
    expect(await about(clinic.lead)).toEqual([]);
  });

  it("reports at a desk as the person who is named", async () => {
    const popup = await openForm(desk);
    await popup.getByLabel("Who reports?").selectOption({ label: "Maya Lindqvist" });
    await popup.getByLabel("Something else").check();
    await popup.getByLabel("In a sentence or two").fill("The cabinet was open.");
    await notTheirs(popup);
    await sendIt(popup);
    await popup.getByText("It is INC-3.").waitFor();
    const row = (await incidents(clinic.lead)).find(({ number }) => number === 3);
    expect(row).toMatchObject({ reporter: maya.id, text: "The cabinet was open." });
  });

  it("shows what the last review tells the team until the person has read it", async () => {
    addMessage(server, "m".repeat(15), "Check the address twice before a letter goes.");
    for (const [chromium, who] of [
      [own, ""],
      [desk, "Ingrid Tolhurst"],
    ] as const) {
      const popup = await chromium.popup();
      await popup.getByText("Check the address twice before a letter goes.").waitFor();
      expect(await axeViolations(popup)).toEqual([]);
      if (who) {
        await popup.getByText("Choose who is here to say that you have read it.").waitFor();
        await popup.getByLabel("Who is here?").selectOption({ label: who });
      }
      await popup.getByRole("button", { name: "I have read it" }).click();
      await popup.getByText("From the weekly review").waitFor({ state: "detached" });
      await popup.close();
    }
    const reads = await clinic.rows(clinic.lead, "message_reads");
    expect(reads.map(({ user }) => user).toSorted()).toEqual([maya.id, ingrid.id].toSorted());
  });

  describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
    it("has nothing that axe finds, and fits the popup", async () => {
      const popup = await openForm(own);
      await popup.emulateMedia({ colorScheme });
      await popup.getByLabel("Keep my name between me and Priya Raman").check();
      await popup.getByLabel("Yes, the owner").check();
      await popup.getByLabel("When did you notice?").selectOption("earlier");
      expect(await axeViolations(popup)).toEqual([]);
      expect(await popup.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await takePicture(popup, `popup-report-confidential-${colorScheme}`);
      await popup.close();
      const again = await openForm(own);
      await again.getByText("Your draft of").waitFor();
      expect(await again.getByLabel("Yes, the owner").isChecked()).toBe(true);
      await again.getByRole("button", { name: "Discard it" }).click();
      expect(await again.getByLabel("Yes, the owner").count()).toBe(0);
      await again.close();
    });
  });

  it("says that it was not sent when the server is gone, and keeps the draft without the patient", async () => {
    const { port } = new URL(server.url);
    await server.stop({ keep: true });
    const popup = await openForm(own);
    await popup.getByLabel("Something went to the wrong person").check();
    await popup.getByLabel("In a sentence or two").fill(sentence);
    await notTheirs(popup);
    await sendIt(popup);
    await popup
      .getByText("Not sent: the clinic’s server did not answer. What you wrote is kept on this computer.")
      .waitFor();
    await takePicture(popup, "popup-report-offline");
    expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
    const again = await openForm(own);
    await again.getByText("Your draft of").waitFor();
    expect(await again.getByLabel("In a sentence or two").inputValue()).toBe(sentence);
    await again.getByLabel("In a sentence or two").fill(`It was about Mrs ${ellery.family}.`);
    await until("the words to be left out", async () => !(await keptInExtension(again)).includes(sentence));
    expect(await keptInExtension(again)).not.toContain("Ellery");
    await again.getByLabel("In a sentence or two").fill(sentence);

    server = things.open(await startServer({ data: server.data, port: Number(port) }));
    await sendIt(again);
    await again.getByText("It is INC-4.").waitFor();
    expect(await keptInExtension(again)).not.toContain("similar address");
  });

  it("whose answer is lost is the same incident when it is sent again, from the next popup too", async () => {
    proxy.lose = ({ path }) => path.endsWith("/report");
    const popup = await openForm(own);
    await popup.getByLabel("Something else").check();
    await popup.getByLabel("In a sentence or two").fill("A drawer was left open.");
    await notTheirs(popup);
    await sendIt(popup);
    await popup.getByText("Not sent: the clinic’s server did not answer.").waitFor();
    await popup.close();
    proxy.lose = () => false;
    const again = await openForm(own);
    await again.getByText("Your draft of").waitFor();
    await sendIt(again);
    await again.getByText("It is INC-5.").waitFor();
    const drawers = (await incidents(clinic.lead)).filter(({ text }) => text === "A drawer was left open.");
    expect(drawers).toMatchObject([{ number: 5 }]);
    await again.close();
  });
});
