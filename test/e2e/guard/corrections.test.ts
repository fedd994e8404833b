import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { hashes, sign } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";
import type { BrowserContext } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { type MailAdapter, mailAdapter } from "#domain/sites/adapter";
import { type SignedCorrections, signedText } from "#domain/sites/signing";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import type { Chromium } from "../../support/browser/chromium.ts";
import { axeViolations } from "../../support/browser/dashboard-page.ts";
import { openPopupAbout } from "../../support/browser/popup.ts";
import { tellBackground } from "../../support/browser/tell-background.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { pairedChromium, startGuardClinic } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import type { Clinic } from "../../support/server/clinic.ts";
import type { TestServer } from "../../support/server/server.ts";
import { openSignedIn } from "../../support/server/sign-in.ts";

hashes.sha512 = sha512;

const host = "letters.example";
const address = `https://${host}/`;
const hosts = ["http://127.0.0.1/*", "https://*.example/*"];
const fixture = join(import.meta.dirname, "../../fixtures/mail/odd-page.html");

describeWith(["chromium", "extension", "dashboard"])("how a page is read, taught and corrected", () => {
  const things = closing();
  let server: TestServer;
  let clinic: Clinic;
  let lead: Chromium;
  let desk: Chromium;
  let letters: Letters;
  /** As the server signed it, revision by revision. */
  const given: SignedCorrections[] = [];

  beforeAll(async () => {
    ({ server, clinic } = things.open(await startGuardClinic([{ host, adapter: "unknown-mail" }])));
    lead = things.open(await pairedChromium(clinic, "The lead’s", { hosts }));
    desk = things.open(await pairedChromium(clinic, "Front desk", { hosts }));
    for (const { context } of [lead, desk]) await serve(context);
    letters = await makeLetters(ellery);
    things.later(letters.remove);
  });

  const open = async ({ context }: Chromium): Promise<GuardPage> => {
    const on = guardPage(await context.newPage());
    await on.page.goto(address);
    return on;
  };
  /** What the dialog says of a letter that is attached on the page. */
  const ofLetter = async (browser: Chromium): Promise<string> => {
    const on = await open(browser);
    await on.page.setInputFiles("#chosen", letters.pdf);
    const { title, text } = await on.dialog.opened();
    await on.dialog.press("Remove it");
    await on.dialog.closed();
    expect((await on.got()).files).toEqual([]);
    await on.page.close();
    return `${title} ${text}`;
  };
  /** A browser asks for the policy, as it does by itself every few minutes. */
  const refresh = async (browser: Chromium): Promise<void> => {
    const ours = await browser.openExtensionPage("options.html");
    await tellBackground(ours, "refresh", {});
    await ours.close();
  };
  test("by its structure alone the page tells nobody, so a letter to a colleague is held as one to outside", async () => {
    expect(await ofLetter(desk)).not.toContain("lettie@harbour.example");
  });

  test("the lead shows it, with mouse and keyboard, and nothing is sent", async () => {
    const on = await open(lead);
    const popup = await openPopupAbout(lead, on.page);
    await on.page.bringToFront();
    await popup.getByRole("button", { name: "Show how this page is read" }).click();
    await on.dialog.noticed("press one of its recipients");
    const box = await on.page.locator(".who").boundingBox();
    await on.page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    await on.dialog.noticed("Press the name of an attached file");
    await on.dialog.press("Skip");
    await on.dialog.noticed("Press the button that sends");
    // By the keyboard: to the page's own button with Tab, and back to ours.
    await on.dialog.press("Take where I was");
    await on.dialog.noticed("You have not been anywhere on this page yet");
    await on.page.locator(".away").focus();
    await on.dialog.press("Take where I was");
    await on.dialog.noticed("Tried on this page: 1 recipient and 0 attachments found.");
    await lead.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await on.dialog.press("Copy");
    expect(await on.got()).toMatchObject({ sent: 0 });
  });

  test("it is published in the dashboard as it was copied, and chosen for the host", async () => {
    const page = await lead.context.newPage();
    await openSignedIn(page, clinic.url, clinic.lead);
    await page.goto(`${clinic.url}/settings`);
    const field = page.getByLabel("An adapter, as JSON");
    await field.fill("no adapter");
    await page.getByRole("button", { name: "Publish to the clinic’s browsers" }).click();
    await page.locator("#corrections-error", { hasText: "This is not JSON" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await field.fill("");
    await field.focus();
    await page.keyboard.press("Control+v");
    const taught = mailAdapter.parse(JSON.parse(await field.inputValue()));
    expect(taught).toMatchObject({
      evidence: { level: "taught" },
      compose: { send: { buttons: ['div.away[role="button"]'] } },
    });
    await page.getByRole("button", { name: "Publish to the clinic’s browsers" }).click();
    await page.getByText("Published. Browsers take it over within minutes.").waitFor();
    await page.getByText(`${taught.id}, version 1`).waitFor();
    await page.getByLabel("What runs on host 1").selectOption(taught.id);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("The settings are saved").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
    given.push(signedNow(server));
  });

  test("another browser takes it with the clinic’s rules, and the guard there knows who gets a letter", async () => {
    await refresh(desk);
    const said = await ofLetter(desk);
    expect(said).toContain("lettie@harbour.example");
    expect(said).toContain("Inside the clinic");
  });

  test("a text is held at the button that was shown", async () => {
    const on = await open(desk);
    await on.page.locator("#body").click();
    await on.page.keyboard.press("Control+A");
    await on.page.keyboard.insertText(
      "Mrs Rosalind Ellery, NHS number 999 100 5919, born 14/03/1961, was seen.",
    );
    await on.page.locator(".away").click();
    await on.dialog.opened("", 15_000);
    await on.dialog.press("Go back to the message");
    await on.dialog.closed();
    expect((await on.got()).sent).toBe(0);
    await on.page.close();
  });

  test("a newer revision is taken; one with a broken signature is refused, and the lead reads it in Browsers at once", async () => {
    const [first] = given;
    const [row] = await clinic.rows(clinic.lead, "clinic");
    const taught = JSON.parse(first?.text ?? "").adapters[0] as MailAdapter;
    await clinic.act(clinic.lead, "clinic.adapters", { put: [{ ...taught, version: 2 }], drop: [] }, row);
    await refresh(desk);
    const second = signedNow(server);
    expect(second.revision).toBe(2);
    given.push(second);
    put(server, { ...second, revision: 3, text: setOf([{ ...taught, version: 3 }], 3) });
    await refresh(desk);
    // No heartbeat is due for minutes; what was told just before has this told half a minute later.
    const page = await lead.context.newPage();
    await openSignedIn(page, clinic.url, clinic.lead);
    await page.goto(`${clinic.url}/browsers`);
    const desks = page.locator("tr", { hasText: "Front desk" });
    await desks.getByText("corrections refused").waitFor({ timeout: 60_000 });
    expect(await page.locator("tr", { hasText: "corrections refused" }).count()).toBe(1);
    await page.close();
  });

  test("whatever is given in its place is refused and said, and the last good one goes on", async () => {
    const [first, second] = given as [SignedCorrections, SignedCorrections];
    const taught = JSON.parse(first.text).adapters[0] as MailAdapter;
    const blind = setOf([{ ...taught, version: 3, compose: { ...taught.compose, recipients: [] } }], 3);
    const wrong: [string, SignedCorrections][] = [
      ["a broken signature", { ...second, revision: 3, text: blind }],
      ["another key", signedBy("07".repeat(32), blind, 3)],
      ["an older one, signed as it was", first],
      [
        "out of bounds, signed by the server",
        signedBy(keyOf(server), setOf([{ ...taught, version: 0 }], 4), 4),
      ],
      ["another revision than was signed", { ...second, revision: 9 }],
    ];
    const options = await desk.openExtensionPage("options.html");
    const said = options.getByText("What the clinic corrected of how pages are read was not taken");
    for (const [name, forged] of wrong) {
      put(server, forged);
      await tellBackground(options, "refresh", {});
      await options.reload();
      await said.waitFor();
      expect(await ofLetter(desk), name).toContain("Inside the clinic");
      put(server, second);
      await tellBackground(options, "refresh", {});
      await options.reload();
      await options.getByText("Sites on the clinic’s list").waitFor();
      expect(await said.count(), name).toBe(0);
    }
    await options.close();
  });

  test("the server itself publishes nothing that is out of bounds or names somebody, nor for others than the lead", async () => {
    const [row] = await clinic.rows(clinic.lead, "clinic");
    const taught = JSON.parse(given[0]?.text ?? "").adapters[0] as MailAdapter;
    const publish = (who: typeof clinic.lead, one: object) =>
      clinic.act(who, "clinic.adapters", { put: [one], drop: [] }, row);
    const staff = await clinic.join("Maya Lindqvist", "staff");
    for (const one of [
      { ...taught, version: 0 },
      { ...taught, script: "x" },
      { ...taught, name: "Mrs Rosalind Ellery" },
    ])
      await expect(publish(clinic.lead, one)).rejects.toMatchObject({ status: 400 });
    await expect(publish(staff, { ...taught, version: 5 })).rejects.toMatchObject({ status: 403 });
  });
});

const serve = (context: BrowserContext): Promise<unknown> =>
  context.route(`${address}**`, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: readFileSync(fixture) }),
  );

/** Somebody with the server's disk: its rows and its key. */
function behind<T>(server: TestServer, act: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  try {
    return act(database);
  } finally {
    database.close();
  }
}

const signedNow = (server: TestServer): SignedCorrections =>
  behind(
    server,
    (database) =>
      database
        .prepare(
          "SELECT adaptersRevision AS revision, adapters AS text, adaptersSignature AS signature FROM clinic",
        )
        .get() as unknown as SignedCorrections,
  );

/** The key that the server of this test signs with. */
const keyOf = (server: TestServer): string =>
  readFileSync(join(dataPaths(server.data).keys, "signing.key"), "utf8").trim();

const setOf = (adapters: readonly object[], revision: number): string =>
  JSON.stringify({ v: 1, revision, adapters });

function signedBy(seed: string, text: string, revision: number): SignedCorrections {
  const digest = createHash("sha256").update(text).digest("hex");
  const signature = sign(Buffer.from(signedText(revision, digest)), Buffer.from(seed, "hex"));
  return { revision, text, signature: Buffer.from(signature).toString("hex") };
}

const put = (server: TestServer, { revision, text, signature }: SignedCorrections): void =>
  behind(server, (database) => {
    database
      .prepare("UPDATE clinic SET adaptersRevision = ?, adapters = ?, adaptersSignature = ?")
      .run(revision, text, signature);
  });
