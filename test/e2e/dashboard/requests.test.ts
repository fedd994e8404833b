import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { portableFile } from "#domain/registers/requests/portable";
import {
  axeViolations,
  faultsOfFit,
  picturesOf,
  signedInWindow,
} from "../../support/browser/dashboard-page.ts";
import { everyWidth, faultsOfLooks, resized } from "../../support/browser/looks.ts";
import { launchPlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

describeWith(["chromium", "dashboard"])("requests", () => {
  const things = closing();
  let server: TestServer;
  let page: Page;
  let troubles: string[];
  const dialog = () => page.getByRole("dialog");
  const said = (text: string) => page.getByRole("status").getByText(text).waitFor();
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const send = (name: string) => dialog().getByRole("button", { name, exact: true }).click();
  const gates = () => page.locator("[data-gates] li").count();

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    const browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "dpo", { width: 1440, height: 900 }));
  });

  it("lists the example’s requests by the nearest limit, the late one on top", async () => {
    await page.getByRole("link", { name: /^Requests/ }).click();
    await page.getByText("are open. One is late").waitFor();
    const rows = page.locator("[data-request]");
    expect(await rows.count()).toBe(3);
    await rows.first().getByText("late", { exact: false }).waitFor();
    await rows.first().getByText("Correction").waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it("says that a notice came after the month, and that it does not count", async () => {
    await page.locator("[data-request]").first().getByRole("link").click();
    await page.getByText("after the month. It does not count").waitFor();
    await page.getByRole("heading", { name: "Next: What is done, and why?" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it("fits and is accessible at each width, in both themes", { timeout: 120_000 }, async () => {
    const found: string[] = [];
    await page.goto(`${server.url}/requests?open=mine`);
    await page
      .locator("[data-request]")
      .filter({ hasText: "A copy of the record" })
      .getByRole("link")
      .click();
    await page.locator("[data-behind]").waitFor();
    found.push(...(await faultsOfLooks(page, `${picturesOf("dashboard")}/request`, everyWidth)));
    for (const size of [...everyWidth, { width: 320, height: 640, themes: [] }]) {
      await resized(page, size);
      found.push(...(await faultsOfFit(page)).map((fault) => `${size.width} px: ${fault}`));
    }
    await resized(page, { width: 1440, height: 900 });
    expect(found).toEqual([]);
  });

  it("shows staff what they took, by the names of colleagues, and no act that is not theirs", async () => {
    const browser = things.open(await launchPlainBrowser());
    const own = await signedInWindow(browser, server, "staff", { width: 1440, height: 900 });
    await own.page.goto(`${server.url}/requests?open=open`);
    await own.page.getByRole("heading", { level: 1, name: "Requests" }).waitFor();
    await own.page.getByRole("button", { name: "Take a request" }).waitFor();
    for (const link of await own.page.locator("[data-request] a").all())
      expect(await link.getAttribute("href")).toMatch(/^\/requests\/[a-z0-9]{15}$/);
    await own.page.getByText("Priya Raman").first().waitFor();
    await own.page.locator("[data-request] a").first().click();
    await own.page.locator("[data-behind]").waitFor();
    expect(await own.page.getByRole("button", { name: "Give to somebody" }).count()).toBe(0);
    expect(await own.page.locator("main").innerText()).not.toContain("somebody");
    expect(own.troubles).toEqual([]);
  });

  it("takes a request in a few fields; what is pasted is screened before it is sent", async () => {
    await page.goto(`${server.url}/requests`);
    await press("Take a request");
    await dialog()
      .getByLabel("What is asked", { exact: true })
      .selectOption({ label: "A copy of the record" });
    await dialog()
      .getByLabel("Who asks", { exact: true })
      .selectOption({ label: "the police or a prosecutor" });
    await dialog().getByLabel("No, known to me").check();
    await dialog()
      .getByLabel("What is asked for")
      .fill("All my notes. My NHS number is 943 476 5919, thanks.");
    await dialog().locator("[data-left-out]").getByText("[left out]").waitFor();
    await send("Take it");
    await dialog().getByText("no request of right but a disclosure").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByLabel("Who asks", { exact: true }).selectOption({ label: "the patient" });
    await dialog().getByLabel("Which record").fill("1805465202989210063");
    await dialog().getByLabel("In which system").fill("cliniko:harbour.uk2");
    await dialog().getByLabel("Who asks, by name").fill("Nkechi Okafor");
    await dialog().getByLabel("Where the answer goes").fill("14 Rua Nova");
    await send("Take it");
    await said("It is taken.");
    await page.getByRole("heading", { name: "Next: Search, and say what was found" }).waitFor();
    await page.getByText("[left out]").waitFor();
    expect(await page.content()).not.toContain("943 476 5919");
    expect(await page.content()).not.toContain("Okafor");
    await press("Show the name");
    await page.locator("[data-name]").getByText("Nkechi Okafor").waitFor();
  });

  it("shows only the next question, and no button hands it over while a gate is open", async () => {
    expect(await gates()).toBe(5);
    await press("Say what was found");
    for (const place of await dialog().getByRole("combobox").all())
      await place.selectOption({ label: "nothing found" });
    await dialog().getByLabel("Clinical system").selectOption({ label: "something found" });
    await dialog().getByLabel("Papers found").fill("3");
    await dialog().getByLabel("Of these, already seen or known").fill("0");
    await send("The search is finished");
    await said("The search is entered.");

    await press("Give or enter an opinion");
    await dialog().getByLabel("Yes, some of it").check();
    await dialog().getByLabel("Why").fill("A note about what was said of a third person.");
    await dialog().getByLabel("Profession").selectOption({ label: "counsellor or psychotherapist" });
    await dialog().getByLabel("Registration number").fill("PH104417");
    await send("Sign the opinion");
    await dialog().getByText("does not open this gate").waitFor();
    await dialog().getByLabel("Profession").selectOption({ label: "physiotherapist" });
    await send("Sign the opinion");
    await dialog().getByText("Nobody asked you: say that a professional signed it on paper.").waitFor();
    await dialog().getByLabel("It was signed on paper").check();
    await send("Sign the opinion");
    await said("The opinion is entered.");

    await press("Enter an item");
    await dialog().getByLabel("Which", { exact: true }).fill("page 2");
    await dialog().getByLabel("held back").check();
    await dialog().getByLabel("Ground").selectOption({ index: 2 });
    await dialog().getByLabel("Why").fill("As the opinion says.");
    await send("Enter it");
    await said("The item is entered.");
    await press("All is read");
    await send("All is read");
    await page.getByRole("heading", { name: "Next: Approve the answer and the letter" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it("makes the letter with the rights, as DOCX and PDF", async () => {
    for (const [as, first] of [
      ["DOCX", "PK"],
      ["PDF", "%PDF-"],
    ] as const) {
      const coming = page.waitForEvent("download", { timeout: 60_000 });
      await page
        .locator("[data-papers] li")
        .filter({ hasText: "Answer with rights" })
        .getByRole("button", { name: as })
        .click();
      const download = await coming;
      expect(download.suggestedFilename()).toMatch(new RegExp(`^REQ-\\d+-answer\\.${as.toLowerCase()}$`));
      expect(
        readFileSync(await download.path())
          .subarray(0, first.length)
          .toString(),
      ).toBe(first);
    }
    const coming = page.waitForEvent("download", { timeout: 60_000 });
    await page
      .locator("[data-papers] li")
      .filter({ hasText: "Who has looked" })
      .getByRole("button", { name: "PDF" })
      .click();
    expect((await coming).suggestedFilename()).toMatch(/who-looked\.pdf$/);
  });

  it("is handed over once the last gate is closed, and its 48 hours are lifted by name", async () => {
    await press("Approve");
    await send("Approve");
    await said("It is approved.");
    await page.getByText("It can’t go out yet").waitFor();
    expect(await page.getByRole("button", { name: "Hand it over" }).count()).toBe(0);
    await press("Lift the 48 hours");
    await dialog().getByLabel("Why").fill("It is ready.");
    await send("Lift them");
    await page.getByText("Every gate is closed").waitFor();
    await page.getByText("lifted by").waitFor();
    await press("Hand it over");
    await dialog().getByLabel("How", { exact: true }).selectOption({ label: "looked at together, no copy" });
    await send("It is handed over");
    await dialog().getByText("Check it first").waitFor();
    await dialog().getByLabel("I checked who receives it, and the way").check();
    await send("It is handed over");
    await said("It is answered.");
    await page.getByRole("heading", { name: "Answered in part" }).waitFor();
    // The opinion that nobody had asked for.
    expect(troubles).toEqual(["400 /api/chaperone/act"]);
  });

  it("tells whoever complained how it goes on, in the words of the last note", async () => {
    await page.goto(`${server.url}/requests?kind=complaint`);
    await page.locator("[data-request] a").first().click();
    await press("Enter that it is acknowledged");
    await dialog().getByLabel("How", { exact: true }).fill("By letter.");
    await send("Enter it");
    await said("It is acknowledged.");
    await press("Add a note");
    await dialog().getByLabel("Note").fill("The desk was asked; its answer comes on Friday.");
    await send("Enter it");
    await said("It is entered.");
    const coming = page.waitForEvent("download", { timeout: 60_000 });
    await page
      .locator("[data-papers] li")
      .filter({ hasText: "How the complaint goes on" })
      .getByRole("button", { name: "DOCX" })
      .click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^COM-\d+-progress\.docx$/);
    const word = unzipSync(readFileSync(await download.path()))["word/document.xml"] ?? new Uint8Array();
    expect(strFromU8(word)).toContain("its answer comes on Friday");
  });

  it("hands out data to take along, once it is known who asks, as a file that another program reads", async () => {
    await page.goto(`${server.url}/requests`);
    await press("Take a request");
    await dialog().getByLabel("What is asked", { exact: true }).selectOption({ label: "Data to take along" });
    await dialog().getByLabel("Who asks", { exact: true }).selectOption({ label: "the patient" });
    await dialog().getByLabel("No, known to me").check();
    await dialog().getByLabel("What is asked for").fill("My data, for another clinic.");
    await dialog().getByLabel("Which record").fill("1805465202989210063");
    await dialog().getByLabel("In which system").fill("cliniko:harbour.uk2");
    await send("Take it");
    await said("It is taken.");
    const coming = page.waitForEvent("download", { timeout: 60_000 });
    await page.locator("[data-papers]").getByRole("button", { name: "ZIP" }).click();
    const files = unzipSync(readFileSync(await (await coming).path()));
    const [json] = Object.keys(files).filter((name) => name.endsWith(".json"));
    const held = portableFile.parse(JSON.parse(strFromU8(files[json ?? ""] ?? new Uint8Array())));
    expect(held.record).toEqual({ system: "cliniko:harbour.uk2", reference: "1805465202989210063" });
    expect(held.decisions.length).toBeGreaterThan(0);
    await said("The data to take along is in your downloads.");
    expect(troubles).toEqual(["400 /api/chaperone/act"]);
  });

  it("shows what follows from a decision on the request itself, and closes it with a word", async () => {
    await page.goto(`${server.url}/requests`);
    await page.locator("[data-request]").filter({ hasText: "Correction" }).getByRole("link").click();
    await press("Decide");
    await dialog().getByLabel("All that was asked").check();
    await dialog()
      .getByLabel("Ground")
      .selectOption({ label: "a disputed opinion stays, the patient’s own note stands beside it" });
    await dialog().getByLabel("In a sentence, as the letter says it").fill("Both knees were looked at.");
    await send("Enter it");
    await said("It is decided");
    const task = page.locator("[data-actions] li").filter({ hasText: "own note beside the opinion" });
    await task.getByRole("button", { name: "Done" }).click();
    await send("It is done");
    await dialog().getByText("Say in a sentence what was done").first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByLabel("What was done").fill("The note stands in the record.");
    await send("It is done");
    await said("Done. Somebody else verifies it.");
    await task.getByText("The note stands in the record.").waitFor();
    await task.getByText("done, not verified").waitFor();
  });
});
