import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../support/browser/chromium.ts";
import { axeViolations, rulesOfColour } from "../../support/browser/dashboard-page.ts";
import { openPopupAbout } from "../../support/browser/popup.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, type Member, startClinic } from "../../support/server/clinic.ts";
import { eventsOf, storedEvents } from "../../support/server/ledger-rows.ts";
import { pairChromium } from "../../support/server/pair.ts";

describeWith(["chromium", "extension"])("popup, pairing page and options", () => {
  const things = closing();
  let clinic: Clinic;
  let maya: Member;

  beforeAll(async () => {
    ({ clinic } = things.open(await startClinic()));
    maya = await clinic.join("Maya Lindqvist", "staff");
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: maya.token, body: { notice } });
    await clinic.nameSites([{ host: "post.harbour.example", adapter: "roundcube" }]);
  });

  it("opens the pairing page when it is installed, which says why a code does not pair and keeps it", async () => {
    const chromium = await launchChromium();
    try {
      const open = () => chromium.context.pages().map((page) => new URL(page.url()).pathname);
      await expect.poll(open).toContain("/pair.html");
      const page = await chromium.openExtensionPage("pair.html");
      const tries = [
        ["http://chaperone.harbour.example", "H7QK3VMT", "It begins with https"],
        [`${clinic.url}/browsers`, "H7QK3VMT", "nothing follows the name"],
        [clinic.url, "H7QK-3VM0", "Codes have no 0, O, 1, I or L."],
        [clinic.url, "H7QK-3VMT", "There is no such code, or it has run out."],
        [
          "http://127.0.0.1:1",
          "H7QK-3VMT",
          "The server did not answer: 127.0.0.1:1. Nothing was lost; try again.",
        ],
      ] as const;
      for (const [server, code, said] of tries) {
        await page.getByLabel("Address of the clinic").fill(server);
        await page.getByLabel("Type the code").fill(code);
        await page.getByLabel("Type the code").press("Enter");
        await page.getByRole("alert").filter({ hasText: said }).waitFor();
        expect(await page.getByLabel("Type the code").inputValue()).toBe(code);
      }
    } finally {
      await chromium.close();
    }
  });

  it("pairs, and hears of a new policy, without any permission for the server", async () => {
    const chromium = await launchChromium({ hosts: [] });
    try {
      await pairChromium(chromium, clinic, { holder: "desk", device: "clinic", name: "No permission" });
      await clinic.nameSites([{ host: "letters.harbour.example", adapter: "roundcube" }]);
      const popup = await chromium.popup();
      await popup.getByText("letters.harbour.example: nothing attached or sent there is checked").waitFor();
      await clinic.nameSites([{ host: "post.harbour.example", adapter: "roundcube" }]);
    } finally {
      await chromium.close();
    }
  });

  it("records nothing on a worker's own device, and says so", async () => {
    const chromium = await launchChromium();
    try {
      await serveCliniko(chromium.context);
      await pairChromium(chromium, clinic, {
        holder: "person",
        device: "own",
        user: maya.id,
        name: "Maya's laptop",
      });
      const records = await chromium.context.newPage();
      await records.goto(`https://${clinikoHost}/patients/1805465202989210063`);
      await records.waitForTimeout(2_500);
      const popup = await openPopupAbout(chromium, records);
      await popup.getByText("Own device: documents are checked, nothing is recorded.").waitFor();
      expect(
        await popup.evaluate(async () => Object.keys(await chrome.storage.session.get(null))),
      ).not.toContain("last-events");
      expect(await eventsOf(clinic, "record.view")).toEqual([]);
    } finally {
      await chromium.close();
    }
  });

  /** What a page that is too narrow for it cuts off or pushes out, and what can't be seen to have the keyboard. */
  const cutOff = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const wide = document.documentElement.scrollWidth;
      const words = [...document.querySelectorAll<HTMLElement>("main *")].filter(
        (one) => one.getClientRects().length > 0 && !one.closest(".unseen, svg"),
      );
      return [
        ...(wide > innerWidth ? [`${wide} px wide`] : []),
        ...words
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => `${one.nodeName} ${(one.textContent ?? "").trim().slice(0, 40)}`),
      ];
    });
  /** Every control by the Tab key, each with a focus that shows; in the order of the page. */
  const byTab = async (page: Page): Promise<string[]> => {
    const all = await page.evaluate(
      () =>
        [
          ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary"),
        ].filter((one) => one.getClientRects().length > 0 && !one.matches(":disabled")).length,
    );
    // From the beginning, wherever the keyboard was.
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
    });
    const wrong: string[] = [];
    let last = -1;
    for (let at = 0; at < all; at += 1) {
      await page.keyboard.press("Tab");
      const [order, shows, name] = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        const place = [...document.querySelectorAll("*")].indexOf(one);
        const seen = outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
        return [place, seen, `${one.nodeName} ${(one.textContent ?? "").trim().slice(0, 40)}`] as const;
      });
      if (order <= last) wrong.push(`${name}: out of order`);
      if (!shows) wrong.push(`${name}: no focus is seen`);
      last = order;
    }
    return wrong;
  };

  it("shows all in a narrow or zoomed window and in forced colours, by keyboard, beside names from right to left", async () => {
    const chromium = await launchChromium();
    const sara = await clinic.join("שרה לוי", "staff");
    const looked = async (page: Page, name: string): Promise<void> => {
      for (const [width, height] of [
        [400, 300],
        [320, 568],
        [640, 400],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await cutOff(page), `${name}, ${width} px`).toEqual([]);
      }
      await page.setViewportSize({ width: 400, height: 600 });
      expect(await byTab(page), name).toEqual([]);
      await page.emulateMedia({ forcedColors: "active" });
      expect(await byTab(page), `${name}, forced colours`).toEqual([]);
      expect(await axeViolations(page), name).toEqual([]);
      await page.emulateMedia({ forcedColors: "none" });
    };
    try {
      for (const path of ["popup.html", "pair.html", "options.html"]) {
        const page = await chromium.openExtensionPage(path);
        await page.getByRole("main").waitFor();
        await looked(page, `${path}, not paired`);
        await page.close();
      }
      await pairChromium(chromium, clinic, {
        holder: "person",
        device: "clinic",
        user: sara.id,
        name: "מחשב",
      });
      const popup = await chromium.popup();
      await popup.getByText("My last events").waitFor();
      await looked(popup, "popup");
      const options = await chromium.openExtensionPage("options.html");
      const since = options.getByText(", since");
      await since.waitFor();
      await looked(options, "options");
      // The comma after the name stands at its right, as in any English sentence.
      const [name, comma] = await since.evaluate((cell) => {
        const text = [...cell.childNodes].find((node) => node.textContent?.includes(", since")) as Text;
        const at = text.data.indexOf("שרה לוי");
        const edge = (from: number, to: number): DOMRect => {
          const range = document.createRange();
          range.setStart(text, from);
          range.setEnd(text, to);
          return range.getBoundingClientRect();
        };
        const [whole, mark] = [edge(at, at + 7), edge(text.data.indexOf(","), text.data.indexOf(",") + 1)];
        return [whole.right, mark.left];
      });
      expect(comma).toBeGreaterThanOrEqual((name ?? 0) - 1);
    } finally {
      await chromium.close();
    }
  });

  it("has nothing that axe finds in either theme, and works by keyboard", async () => {
    const chromium = await launchChromium();
    /** What axe finds on a page of the extension; in the dark, of what hangs on colours. */
    const found = async (page: Page): Promise<string[]> => {
      const light = await axeViolations(page);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await axeViolations(page, rulesOfColour);
      await page.emulateMedia({ colorScheme: "light" });
      return [...light, ...dark.map((fault) => `dark: ${fault}`)];
    };
    try {
      for (const path of ["popup.html", "pair.html", "options.html"]) {
        const page = await chromium.openExtensionPage(path);
        await page.getByRole("main").waitFor();
        expect(await found(page), `${path}, not paired`).toEqual([]);
        await page.close();
      }
      await serveCliniko(chromium.context);
      await pairChromium(chromium, clinic, {
        holder: "person",
        device: "clinic",
        user: maya.id,
        name: "Desk",
      });
      const before = (await storedEvents(clinic, "record.view", 0)).length;
      const records = await chromium.context.newPage();
      await records.goto(`https://${clinikoHost}/patients/1805465202989210063`);
      await storedEvents(clinic, "record.view", before + 1);
      const popup = await openPopupAbout(chromium, records);
      await popup.setViewportSize({ width: 360, height: 600 });
      await popup.getByText("Recorded: record").waitFor();
      await popup.getByText("post.harbour.example: nothing attached or sent there is checked").waitFor();
      expect(await found(popup), "popup").toEqual([]);
      await popup.getByRole("button", { name: "What is recorded, and why" }).focus();
      await popup.keyboard.press("Enter");
      await popup.getByRole("heading", { name: "Never recorded" }).waitFor();
      expect(await found(popup), "what is recorded").toEqual([]);
      await popup.keyboard.press("Enter");
      await popup.getByText("My last events").waitFor();
      const options = await chromium.openExtensionPage("options.html");
      await options.setViewportSize({ width: 390, height: 800 });
      await options.getByText("Sites on the clinic’s list").waitFor();
      expect(await options.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(await found(options), "options").toEqual([]);
    } finally {
      await chromium.close();
    }
  });
});
