import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Chromium } from "../../support/browser/chromium.ts";
import { closing } from "../../support/closing.ts";
import { letterWords } from "../../support/files/letter-words.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { scanned, scannedPdf } from "../../support/files/scanned.ts";
import { pairedChromium, startGuardClinic, startMailPages } from "../../support/mail/guard-clinic.ts";
import { guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { until } from "../../support/server/loopback.ts";

/** Lines of at most 80 signs. */
const inLines = (words: readonly string[]) =>
  words.flatMap((one) => one.match(/.{1,78}(?:\s|$)/g) ?? [one]).map((line) => line.trim());

describeWith(["chromium", "extension"])(
  "pictures are read on this computer, by the extension's own program",
  () => {
    const things = closing();
    let url: string;
    let letters: Letters;
    let chromium: Chromium;

    beforeAll(async () => {
      const pages = things.open(await startMailPages());
      const { clinic } = things.open(await startGuardClinic([{ host: pages.host, adapter: "unknown-mail" }]));
      chromium = things.open(await pairedChromium(clinic, "Office"));
      letters = await makeLetters(ellery);
      things.later(letters.remove);
      url = pages.url;
    });

    test.each([
      [
        "a photographed letter",
        "sheet.jpg",
        async () => scanned(inLines(letterWords(ellery)).slice(0, 8), { format: "jpeg" }),
      ],
      [
        "a scan with a line of text, on its side",
        "scan.pdf",
        async () =>
          scannedPdf(
            [scanned(inLines(letterWords(ellery)).slice(0, 8), { turned: 1 })],
            "Scanned by an app, page 1 of 1",
          ),
      ],
    ] as const)("%s is held for whom it names", async (_, name, make) => {
      const path = join(letters.folder, name);
      writeFileSync(path, await make());
      const on = guardPage(await chromium.context.newPage());
      const asked: string[] = [];
      on.page.on("request", (request) => asked.push(request.url()));
      await on.page.goto(`${url}/ways.html`);
      await on.page.setInputFiles("#single", path);
      await on.dialog.opened();
      // On a busy machine the first look may take longer than a person is kept waiting.
      const seen = async () => JSON.stringify(await on.dialog.seen());
      if (/in time/.test(await seen())) {
        await on.dialog.press("Keep checking");
        await on.dialog.closed();
      }
      await until(
        "what was seen in it",
        async () => /NHS number ending|date of birth|full name/.test(await seen()),
        120_000,
      );
      expect(asked.filter((one) => !one.startsWith(url) && !one.startsWith("chrome-extension:"))).toEqual([]);
      await on.page.close();
    });
  },
);
