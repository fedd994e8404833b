import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { type Browser, chromium } from "playwright";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderDocx } from "../../../dashboard/src/lib/export/docx/render-docx.ts";
import { digestOf, frozenReport } from "../../../dashboard/src/lib/export/frozen.ts";
import { breachPaper } from "../../../dashboard/src/lib/export/papers/breach-paper.ts";
import { renderPdf } from "../../../dashboard/src/lib/export/pdf/render-pdf.ts";
import { canonicalJson } from "../../../domain/base/canonical-json.ts";
import { breachReport, hardReport, longReport } from "../../fixtures/export/breach-snapshot.ts";
import { allFonts, pdfkitOfBrowser } from "../../fixtures/export/pdf-in-node.ts";
import { describeWith, pathOf } from "../../support/need.ts";

/** As strict as the dashboard's own (dashboard/vite.config.ts): no eval, fonts and scripts from this server alone. */
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

describeWith(["chromium"])("in Chromium, under the dashboard's policy", () => {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-export-"));
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: "error",
      root: process.cwd(),
      build: {
        outDir: folder,
        target: "es2023",
        assetsInlineLimit: 0,
        rollupOptions: {
          input: "test/fixtures/export/export-page.ts",
          output: { entryFileNames: "page.js" },
        },
      },
    });
    writeFileSync(
      join(folder, "index.html"),
      '<!doctype html><script type="module" src="/page.js"></script>',
    );
    server = createServer((request, answer) => {
      const path = request.url === "/" ? "/index.html" : (request.url ?? "");
      try {
        const bytes = readFileSync(join(folder, path));
        answer.setHeader("Content-Security-Policy", policy);
        answer.setHeader("Content-Type", types[extname(path)] ?? "application/octet-stream");
        answer.end(bytes);
      } catch {
        answer.writeHead(404).end();
      }
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    browser = await chromium.launch({
      executablePath: pathOf("chromium"),
      args: ["--no-sandbox", "--disable-gpu"],
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a snapshot gives the same bytes as in Node, in another time zone too", {
    timeout: 120_000,
  }, async () => {
    const pdfkit = await pdfkitOfBrowser();
    const expected: Record<string, string> = {};
    for (const [name, report] of Object.entries({
      plain: breachReport(),
      hard: hardReport(),
      long: longReport(),
    })) {
      const { value, hash } = frozenReport(canonicalJson(report));
      const paper = breachPaper(value, hash);
      expected[`${name}.pdf`] = digestOf(await renderPdf(paper, pdfkit, allFonts()));
      expected[`${name}.docx`] = digestOf(await renderDocx(paper));
    }
    const problems: string[] = [];
    const page = await browser.newPage({ timezoneId: "America/St_Johns", locale: "ar" });
    page.on("console", (message) => problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(String(error)));
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction(() => "digests" in globalThis, undefined, { timeout: 60_000 }).catch(() => {});
    const digests = await page.evaluate(() => (globalThis as unknown as { digests?: unknown }).digests);
    expect(problems.filter((text) => !text.includes("favicon"))).toEqual([]);
    expect(digests).toEqual(expected);
  });
});
