import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElementHandle } from "puppeteer-core";
import { beforeAll, expect, test } from "vitest";
import type { Chromium } from "../../support/browser/chromium.ts";
import { closedShadowFirefox } from "../../support/browser/closed-shadow-firefox.ts";
import type { GuardDialog } from "../../support/browser/dialog.ts";
import { type Firefox, launchFirefox } from "../../support/browser/firefox.ts";
import { closing } from "../../support/closing.ts";
import { letterWords } from "../../support/files/letter-words.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { scanned, scannedPdf } from "../../support/files/scanned.ts";
import { pairedChromium, startGuardClinic, startMailPages } from "../../support/mail/guard-clinic.ts";
import { guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { until } from "../../support/server/loopback.ts";
import { pairFirefox } from "../../support/server/pair.ts";

/** The letter's first lines, of at most 78 signs, as far as it says whom it is about. */
const lines = letterWords(ellery)
  .flatMap((one) => one.match(/.{1,78}(?:\s|$)/g) ?? [one])
  .map((line) => line.trim())
  .slice(0, 8);

const pictures = [
  ["a photographed letter", "sheet.jpg", async () => scanned(lines, { format: "jpeg" })],
  [
    "a scan on its side, with a line of text",
    "scan.pdf",
    () => scannedPdf([scanned(lines, { turned: 1 })], "Scanned by an app, page 1 of 1"),
  ],
] as const;

/** On a busy machine the first look may take longer than a person is kept waiting, and then goes on when asked to. */
const longest = 240_000;

async function heldForWhomItNames(dialog: GuardDialog): Promise<void> {
  await dialog.opened();
  const seen = async () => JSON.stringify(await dialog.seen());
  if (/in time/.test(await seen())) {
    await dialog.press("Keep checking");
    await dialog.closed();
  }
  let last = "";
  const names = async () => {
    last = await seen();
    return /NHS number ending|date of birth|full name/.test(last);
  };
  await until("what was seen in it", names, 120_000).catch((problem: unknown) => {
    throw new Error(`It said: ${last}`, { cause: problem });
  });
}

async function clinicWithLetters(things: ReturnType<typeof closing>) {
  const pages = things.open(await startMailPages());
  const { clinic } = things.open(await startGuardClinic([{ host: pages.host, adapter: "unknown-mail" }]));
  const letters = await makeLetters(ellery);
  things.later(letters.remove);
  return { clinic, letters, url: pages.url };
}

describeWith(["chromium", "extension"])("pictures are read on this computer, by the extension itself", () => {
  const things = closing();
  let url: string;
  let letters: Letters;
  let chromium: Chromium;

  beforeAll(async () => {
    const made = await clinicWithLetters(things);
    ({ url, letters } = made);
    chromium = things.open(await pairedChromium(made.clinic, "Office"));
  });

  test.each(pictures)(
    "%s is held for whom it names, and nothing is asked of the network",
    async (_, name, make) => {
      const path = join(letters.folder, name);
      writeFileSync(path, await make());
      const on = guardPage(await chromium.context.newPage());
      const asked: string[] = [];
      on.page.on("request", (request) => asked.push(request.url()));
      await on.page.goto(`${url}/ways.html`);
      await on.page.setInputFiles("#single", path);
      await heldForWhomItNames(on.dialog);
      expect(asked.filter((one) => !one.startsWith(url) && !one.startsWith("chrome-extension:"))).toEqual([]);
      await on.page.close();
    },
    longest,
  );
});

describeWith(["firefox", "extension for Firefox"])(
  "Firefox: pictures are read by the extension itself",
  () => {
    const things = closing();
    let url: string;
    let letters: Letters;
    let firefox: Firefox;

    beforeAll(async () => {
      const made = await clinicWithLetters(things);
      ({ url, letters } = made);
      firefox = things.open(await launchFirefox());
      const holder = {
        holder: "person",
        device: "clinic",
        user: made.clinic.lead.id,
        name: "Office",
      } as const;
      await pairFirefox(firefox, made.clinic, holder);
    });

    test.each(pictures)(
      "%s is held for whom it names",
      async (_, name, make) => {
        const path = join(letters.folder, name);
        writeFileSync(path, await make());
        const page = await firefox.newPage();
        await page.goto(`${url}/ways.html`);
        const input = (await page.waitForSelector("#single")) as ElementHandle<HTMLInputElement>;
        await input.uploadFile(path);
        await heldForWhomItNames(closedShadowFirefox(page));
        await page.close();
      },
      longest,
    );
  },
);
