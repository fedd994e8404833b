import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { chromiumMail, type MailPage } from "../../support/mail/mail-page.ts";
import { roundcube } from "../../support/mail/roundcube-page.ts";
import { startWebmail, type Webmail } from "../../support/mail/webmail.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { type Clinic, startClinic } from "../../support/server/clinic.ts";
import { storedEvents } from "../../support/server/ledger-rows.ts";
import { pairChromium } from "../../support/server/pair.ts";

const outside = "reception@northquaysurgery.example";

/** The budget of a verdict (policy.verdictBudget) and what a loaded machine may add, in milliseconds. */
const answersWithin = 8_000 + 4_000;

/** Files that can't be read, or not as what they are named: none may pass in silence. */
const hard = [
  ["empty", "empty", /it is empty/],
  ["cut short", "cut", /it is damaged|names a patient/],
  ["locked with a password", "locked", /it is locked with a password/],
  ["of 300 MB", "huge", /could not be checked in time|too large|it is damaged/],
  ["renamed to .txt", "renamed", /NHS number ending 5919/],
] as const satisfies readonly (readonly [string, keyof Letters, RegExp])[];

describeWith(["chromium", "roundcube", "extension"])("files that are hard to read, in Roundcube", () => {
  const things = closing();
  let clinic: Clinic;
  let webmail: Webmail;
  let letters: Letters;
  let chromium: Chromium;
  let mail: MailPage;
  let post: ReturnType<typeof roundcube>;

  beforeAll(async () => {
    const [ready, started, made, browser] = await Promise.all([
      startClinic().then(things.open),
      startWebmail({ user: "maya@harbour.example" }).then(things.open),
      makeLetters(ellery).then(things.open),
      launchChromium().then(things.open),
    ]);
    [webmail, letters, chromium] = [started, made, browser];
    clinic = ready.clinic;
    await clinic.nameSites([{ host: webmail.host, adapter: "roundcube" }]);
    const wanted = { holder: "person", device: "clinic", user: clinic.lead.id, name: "Office" } as const;
    await pairChromium(chromium, clinic, wanted);
    mail = chromiumMail(await chromium.context.newPage());
    post = roundcube(mail, webmail);
    await post.signIn();
  });

  it.each(hard)("holds a file %s, and says why", async (_, which, why) => {
    await post.compose(outside, "Scans");
    await post.attach(letters[which]);
    const dialog = await mail.dialog.opened("not been attached", answersWithin);
    expect(dialog.text).toMatch(why);
    expect(await post.attachments()).toEqual([]);
    await mail.dialog.press("Remove it");
    await mail.dialog.closed();
    expect(await post.attachments()).toEqual([]);
  });

  it("holds two files of three at once, and lets the third in", async () => {
    await post.compose(outside, "Three");
    await post.attach(letters.pdf, letters.docx, letters.rota);
    const dialog = await mail.dialog.opened("2 of 3 files have not been attached");
    expect(dialog.text).toContain("Two name patients");
    await mail.dialog.press("Remove both");
    await mail.dialog.closed();
    await post.attached(1);
    expect(await post.attachments()).toEqual([expect.stringContaining("Rota.pdf")]);
  });

  it("lets a rota through without a word", async () => {
    await post.compose(outside, "Rota");
    await post.attach(letters.rota);
    await post.attached(1);
    expect(await mail.dialog.seen()).toBeNull();
    expect((await post.send()).mail.attachments).toHaveLength(1);
  });

  it("leaves Roundcube's own upload as it was, after a removal and after sending anyway", async () => {
    await post.compose(outside, "Both");
    await post.attach(letters.docx);
    await mail.dialog.opened("not been attached");
    await mail.dialog.press("Remove it");
    await mail.dialog.closed();
    await post.attach(letters.rota);
    await post.attached(1);
    await post.attach(letters.text);
    await mail.dialog.opened("not been attached");
    await mail.dialog.press("Send anyway because");
    await mail.dialog.press("The law or safeguarding requires it today");
    await mail.dialog.write("Safeguarding asked for it today.");
    await mail.dialog.press("Attach it with this reason");
    await mail.dialog.closed();
    await post.attached(2);
    await post.attach(letters.rota);
    await post.attached(3);
    const { mail: arrived } = await post.send();
    expect(arrived.attachments.map(({ filename }) => filename)).toEqual([
      "Rota.pdf",
      "Ellery clinic letter.txt",
      "Rota.pdf",
    ]);
    const text = Buffer.from(arrived.attachments[1]?.content as ArrayBuffer).toString();
    expect(text.replaceAll("\r\n", "\n")).toBe(readFileSync(letters.text, "utf8"));
  });

  it("keeps an event for each that was held, and what was done", async () => {
    const held = await storedEvents(clinic, "mail.held", hard.length + 3);
    const reasons = held.map(({ detail }) => (JSON.parse(detail) as { unreadable?: string }).unreadable);
    expect(reasons).toEqual(expect.arrayContaining(["empty", "locked"]));
    const outcomes = await storedEvents(clinic, "mail.outcome", hard.length + 3);
    const sentences = outcomes.map(({ detail }) => (JSON.parse(detail) as { sentence?: string }).sentence);
    expect(sentences).toContain("Safeguarding asked for it today.");
    for (const { trace } of held) {
      expect(trace).not.toBe("");
      expect(outcomes.filter((one) => one.trace === trace)).not.toEqual([]);
    }
  });
});
