import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { axeViolations, picturesOf, signedInWindow } from "../../support/browser/dashboard-page.ts";
import { everyWidth, faultsOfLooks } from "../../support/browser/looks.ts";
import { launchPlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { openPack } from "../../support/files/evidence-pack.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

describeWith(["chromium", "dashboard", "unzip"])("the lead's desk", () => {
  const things = closing();
  let server: TestServer;
  let page: Page;
  let troubles: string[];
  const dialog = () => page.getByRole("dialog");

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    const browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "dpo", { width: 1440, height: 900 }));
  });

  it("shows what runs by nearest end, and leads to the case", async () => {
    await page.getByRole("link", { name: "Desk", exact: true }).click();
    const rows = page.locator("[data-desk] tbody tr");
    await rows.first().waitFor();
    const ends = await rows
      .locator("td:nth-child(3) time")
      .evaluateAll((all) => all.map((one) => one.getAttribute("datetime") ?? ""));
    expect(ends.length).toBeGreaterThan(5);
    expect(ends).toEqual([...ends].sort());
    await page.getByLabel("Show").selectOption({ label: "weekly reviews (1)" });
    await page.getByRole("link", { name: "Hold and sign this week’s review", exact: true }).waitFor();
    await rows.nth(1).waitFor({ state: "detached" });
    await page.getByLabel("Show").selectOption({ label: "everything" });
    await page.getByRole("link", { name: "Breach: tell the ICO or say why not" }).first().click();
    await page.getByRole("heading", { name: "Others to tell" }).waitFor();
  });

  it("makes an evidence pack that other programs open and check", { timeout: 120_000 }, async () => {
    await page.goto(`${server.url}/desk`);
    await page.getByRole("button", { name: "Evidence pack" }).click();
    await dialog().getByLabel("Other days").check();
    await dialog().getByRole("button", { name: "Make the pack" }).click();
    await dialog().getByText("Enter the first day").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByLabel("The last twelve months").check();
    const coming = page.waitForEvent("download", { timeout: 60_000 });
    await dialog().getByRole("button", { name: "Make the pack" }).click();
    const download = await coming;
    const pack = openPack(readFileSync(await download.path()));
    try {
      expect(pack.checked.every((line) => line.endsWith(": OK"))).toBe(true);
      const manifest = JSON.parse(pack.text("manifest.json"));
      const paths: string[] = manifest.files.map(({ path }: { path: string }) => path);
      for (const path of [
        "register/breach-register.pdf",
        "register/breach-register.csv",
        "training/training.csv",
      ])
        expect(paths).toContain(path);
      const version = paths.find((path) => /^incidents\/INC-\d+\/version-1\.pdf$/.test(path)) ?? "none";
      expect(paths).toContain(version.replace(".pdf", ".json"));
      expect(paths).toContain(version.replace(".pdf", "-timeline.csv"));
      expect(manifest.leftOut.map(({ what }: { what: string }) => what)).toContain("confidential reports");
      const head = JSON.parse(pack.text("ledger/ledger.jsonl").split("\n")[manifest.ledger.seq - 1] ?? "");
      expect(head).toMatchObject({ ...manifest.ledger, kind: "log.export" });
      expect(head.detail).toContain("evidence-pack");
      const file = join(pack.folder, "ledger/ledger.jsonl");
      expect(spawnSync(process.execPath, ["scripts/verify.ts", file], { encoding: "utf8" })).toMatchObject({
        status: 0,
        stdout: expect.stringContaining("whole"),
      });
    } finally {
      pack.stop();
    }
    await dialog().getByText("Left out, and why").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByRole("button", { name: "Done" }).click();
  });

  it("tries rules for documents on the log before they are saved", { timeout: 120_000 }, async () => {
    await page.goto(`${server.url}/settings`);
    const rules = page.locator("[data-rules]");
    const cell = (name: string) => rules.getByRole("combobox", { name, exact: true });
    await cell("By mail, anybody outside, perhaps").selectOption({ label: "goes" });
    await rules.getByText("can’t go by a milder rule than to a colleague").waitFor();
    await rules.getByRole("button", { name: "Try them on the last 90 days" }).click();
    await rules.getByRole("link", { name: /^By mail, anybody outside/ }).waitFor();
    await cell("By mail, anybody outside, perhaps").selectOption({ label: "is asked about" });
    await rules.getByRole("button", { name: "Try them on the last 90 days" }).click();
    await rules.getByText("more mildly").waitFor();
    await rules
      .getByText(/By mail, anybody outside, perhaps: \d+ were kept out, and would be asked about/)
      .waitFor();
    const found = await faultsOfLooks(page, `${picturesOf("dashboard")}/rules`, everyWidth);
    expect(found).toEqual([]);
    await rules.getByRole("button", { name: "Save these rules" }).click();
    await page.getByText("The rules are saved.").waitFor();
    await rules.getByRole("button", { name: "Try them on the last 90 days" }).waitFor();
    await page.reload();
    expect(await cell("By mail, anybody outside, perhaps").inputValue()).toBe("warn");
    // Another tab saves another cell meanwhile: what is chosen here stays, and nothing of either is lost.
    await cell("By mail, approved domains, perhaps").selectOption({ label: "is kept out" });
    const other = await page.context().newPage();
    await other.goto(`${server.url}/settings`);
    const theirs = other.locator("[data-rules]");
    await theirs
      .getByRole("combobox", { name: "By mail, the patient, perhaps" })
      .selectOption({ label: "is asked about" });
    await theirs.getByRole("button", { name: "Try them on the last 90 days" }).click();
    await theirs.getByRole("button", { name: "Save these rules" }).click();
    await other.getByText("The rules are saved.").waitFor();
    await other.close();
    await rules.getByRole("button", { name: "Try them on the last 90 days" }).click();
    await rules.getByRole("button", { name: "Save these rules" }).click();
    const changed = page.locator("#mail-rules [data-changed-meanwhile=refused]");
    await changed.getByText("Priya Raman changed this meanwhile").waitFor();
    expect(troubles.splice(0)).toEqual(["409 /api/chaperone/act"]);
    await changed.getByRole("button", { name: "I have seen it: go on" }).click();
    expect(await cell("By mail, approved domains, perhaps").inputValue()).toBe("block");
    expect(await cell("By mail, the patient, perhaps").inputValue()).toBe("warn");
    await rules.getByRole("button", { name: "Try them on the last 90 days" }).click();
    await rules.getByRole("button", { name: "Save these rules" }).click();
    await page.getByText("The rules are saved.").waitFor();
    await page.reload();
    expect(await cell("By mail, approved domains, perhaps").inputValue()).toBe("block");
    expect(await cell("By mail, the patient, perhaps").inputValue()).toBe("warn");
  });

  it("met nothing on the way that nobody expected", () => expect(troubles).toEqual([]));
});
