import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { milliseconds, policy } from "#domain/policy";
import { openPopupAbout } from "../../support/browser/popup.ts";
import { setUpInBrowser } from "../../support/browser/set-up-in-browser.ts";
import { tellBackground } from "../../support/browser/tell-background.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { takePicture } from "../../support/files/picture.ts";
import { findLeaks } from "../../support/leak.ts";
import { chromiumMail, type MailPage } from "../../support/mail/mail-page.ts";
import { roundcube } from "../../support/mail/roundcube-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery, fullName, spacedNhs } from "../../support/people.ts";
import { type Clinic, harbour, type Member, setUpClinic, setUpLink } from "../../support/server/clinic.ts";
import { eventsOf, storedEvents } from "../../support/server/ledger-rows.ts";
import { pairChromium } from "../../support/server/pair.ts";
import { exportLedger, verifyLedger } from "../../support/server/proof.ts";
import { signInToDashboard } from "../../support/server/sign-in.ts";
import { tamper } from "../../support/server/tamper.ts";
import { type Stage, startStage } from "../../support/stage.ts";

/** Somebody outside the clinic, whose address must reach no server of ours. */
const outside = "reception@northquaysurgery.example";
const clinikoPatient = "1805465202989210063";
const opening = `https://${clinikoHost}/patients/${clinikoPatient}`;

const suite = describeWith(["chromium", "roundcube", "orthanc", "extension", "dashboard"]);

suite("the story, from set-up to proof", () => {
  const things = closing();
  let stage: Stage;
  let clinic: Clinic;
  let manager: Member;
  let maya: Member;
  let mail: MailPage;
  let post: ReturnType<typeof roundcube>;
  let desk: Page;

  beforeAll(async () => {
    stage = await startStage(things);
  });

  it("is set up by the one-time link, and the lead signs in", async () => {
    const page = await (await stage.office.window()).newPage();
    const lead = await setUpInBrowser(page, await setUpLink(stage.server), harbour);
    await signInToDashboard(page, stage.server.url, lead);
    clinic = await setUpClinic(stage.server, lead);
    manager = await clinic.join("Ingrid Tolhurst", "manager");
    maya = await clinic.join("Maya Lindqvist", "staff");
    await clinic.nameSites([
      { host: stage.webmail.host, adapter: "roundcube" },
      { host: stage.orthanc.host, adapter: "orthanc" },
    ]);
  });

  it("pairs the browser by a code", async () => {
    const wanted = { holder: "person", device: "clinic", user: maya.id, name: "Front desk 2" } as const;
    await pairChromium(stage.staff, clinic, wanted, manager);
    await storedEvents(clinic, "browser.pair", 1);
  });

  it("records no view before the assessment's decision, and the popup says why", async () => {
    await serveCliniko(stage.staff.context);
    const records = await stage.staff.context.newPage();
    await records.goto(opening);
    await sleep(milliseconds(policy.viewCountsAfter) + 2_000);
    expect(await eventsOf(clinic, "record")).toEqual([]);
    await records.close();
    const popup = await stage.staff.popup();
    await popup.getByText("the clinic has not finished its assessment").waitFor();
    await popup.close();
  });

  it("stops the letter in Roundcube all the same; once removed, the mail arrives without it", async () => {
    const webmail = await stage.staff.context.newPage();
    mail = chromiumMail(webmail);
    post = roundcube(mail, stage.webmail);
    await post.signIn();
    await post.compose(outside, "Your question");
    await post.attach(stage.letters.pdf);
    const dialog = await mail.dialog.opened("This letter has not been attached");
    await takePicture(webmail, "dialog");
    expect(dialog.text).toContain("NHS number ending 5919");
    expect(dialog.text).toContain("date of birth");
    expect(dialog.text).toContain(outside);
    expect(dialog.focused).toBe("Remove it");
    expect(await mail.value("#uploadformInput")).toBe("");
    expect(await post.attachments()).toEqual([]);
    await mail.dialog.press("Remove it");
    await mail.dialog.closed();
    await mail.dialog.noticed("Removed.");
    const sent = await post.send();
    expect(sent.to).toEqual([outside]);
    expect(sent.mail.attachments).toEqual([]);
    await storedEvents(clinic, "mail.outcome", 1);
  });

  it("has the decision, the workers' views and the notice recorded; the person reads it in the popup", async () => {
    await clinic.recordNotice();
    const popup = await stage.staff.popup();
    await tellBackground(popup, "refresh", {});
    await popup.reload();
    await popup.getByRole("button", { name: "Read the notice" }).click();
    await popup.getByRole("button", { name: "I have read it" }).click();
    const [shown] = await storedEvents(clinic, "notice.shown", 1);
    expect(shown).toMatchObject({ user: maya.id });
    await popup.close();
  });

  it("records a patient opened in Orthanc and one in Cliniko, and the manager sees both within seconds", async () => {
    desk = await (await stage.office.window()).newPage();
    await signInToDashboard(desk, stage.server.url, manager);
    await desk.goto(`${stage.server.url}/log`);
    await desk.getByRole("heading", { name: "Access log" }).waitFor();
    const pictures = await stage.staff.context.newPage();
    await pictures.goto(stage.orthanc.signInUrl);
    await pictures.goto(stage.orthanc.patientPage(stage.patientUuid));
    const records = await stage.staff.context.newPage();
    await records.goto(opening);
    const rows = await storedEvents(clinic, "record.view", 2);
    expect(rows).toHaveLength(2);
    const [cliniko] = rows.filter(({ system }) => system.startsWith("cliniko:"));
    expect(cliniko).toMatchObject({ recordRef: clinikoPatient, recordKind: "patient", user: maya.id });
    const [picture] = rows.filter(({ system }) => system.startsWith("orthanc:"));
    expect(picture?.recordRef).toMatch(/^k1:[0-9a-f]{64}$/);
    expect(picture).toMatchObject({ user: maya.id, attribution: "browser" });
    await desk.getByRole("row", { name: /View/ }).nth(1).waitFor();
    await takePicture(desk, "log");
    const popup = await openPopupAbout(stage.staff, records);
    await popup.setViewportSize({ width: 360, height: 340 });
    await takePicture(popup, "popup");
    await popup.close();
  });

  it("sends the letter anyway with a reason, and then it arrives whole", async () => {
    await post.compose(outside, "The letter");
    await post.attach(stage.letters.pdf);
    await mail.dialog.opened("This letter has not been attached");
    await mail.dialog.press("Send anyway because");
    await mail.dialog.press("Another clinician needs it now to treat the patient");
    await mail.dialog.write("The surgeon asked for it before the operation today.");
    await mail.dialog.press("Attach it with this reason");
    await mail.dialog.closed();
    await post.attached(1);
    const [file] = (await post.send()).mail.attachments;
    expect(Buffer.from(file?.content as ArrayBuffer).equals(readFileSync(stage.letters.pdf))).toBe(true);
  });

  it("shows the manager both attempts: what was found, what was done, and why", async () => {
    const outcomes = await storedEvents(clinic, "mail.outcome", 2);
    const details = outcomes.map(({ detail }) => JSON.parse(detail) as { outcome: string });
    expect(details.map(({ outcome }) => outcome)).toEqual(["sent-anyway", "removed"]);
    await desk.goto(`${stage.server.url}/mail`);
    await desk.locator("[data-mail] tbody").getByText("Sent anyway").first().waitFor();
    const text = await desk.locator("main").innerText();
    for (const words of ["Taken out", "NHS number", "Maya Lindqvist"]) expect(text).toContain(words);
  });

  it("exports the ledger while it runs, and the export verifies", async () => {
    const whole = await exportLedger(stage.server.data, join(stage.kept, "ledger.jsonl"));
    const { status, said } = await verifyLedger(whole);
    expect(said).toMatch(/^\d+ events, whole, 0 erased, 0 expired, head /);
    expect(status).toBe(0);
  });

  it("finds one byte changed in the export", async () => {
    const bytes = readFileSync(join(stage.kept, "ledger.jsonl"));
    const at = bytes.indexOf('"record.view"');
    const seq = bytes.subarray(0, at).toString().split("\n").length;
    bytes.writeUInt8(bytes.readUInt8(at + 2) ^ 1, at + 2);
    const changed = join(stage.kept, "changed.jsonl");
    writeFileSync(changed, bytes);
    const { status, said } = await verifyLedger(changed);
    expect(said).toContain(`event ${seq}`);
    expect(status).toBe(1);
  });

  it("has kept nothing of the patient, the file or the recipient: not in data, logs or a backup", async () => {
    writeFileSync(join(stage.kept, "server.log"), stage.server.output());
    expect((await stage.server.command(["chaperone", "backup"])).status).toBe(0);
    const search = (texts: readonly string[]) => findLeaks([stage.server.data, stage.kept], texts);
    expect(search([maya.name]), "a name that is kept is found").not.toEqual([]);
    const numbers = [ellery.nhs, spacedNhs(ellery), spacedNhs(ellery).replaceAll(" ", "-"), ellery.birth];
    const words = [fullName(ellery), ellery.family, "clinic letter.pdf", "Your question", stage.patientUuid];
    expect(search([...numbers, ...words, outside, "northquaysurgery"])).toEqual([]);
  });

  it.each([
    ["changed", (seq: number) => `UPDATE events SET recordRef = '1' WHERE seq = ${seq}`],
    ["replaced", (seq: number) => `UPDATE OR REPLACE events SET seq = ${seq} WHERE seq = ${seq - 1}`],
    ["blanked", (seq: number) => `UPDATE events SET user = '', recordRef = '', salt = '' WHERE seq = ${seq}`],
    ["deleted", (seq: number) => `DELETE FROM events WHERE seq = ${seq}`],
  ] as const)("finds a view %s in SQLite behind the server's back", async (what, change) => {
    const [view] = await eventsOf(clinic, "record.view");
    const tampered = tamper(stage.server.data, (database) => database.exec(change(view?.seq ?? 0)));
    things.open(tampered);
    const { status, said } = await verifyLedger(
      await exportLedger(tampered.data, join(stage.kept, `${what}.jsonl`)),
    );
    expect(said).toMatch(/^Broken at event \d+: /);
    expect(status).toBe(1);
  });
});
