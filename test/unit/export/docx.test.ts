import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { renderDocx } from "../../../dashboard/src/lib/export/docx/render-docx.ts";
import { breachReport, hardReport, hardWords, longReport } from "../../fixtures/export/breach-snapshot.ts";
import { freeze, paperOf } from "../../fixtures/export/rendered.ts";
import { describeWith } from "../../support/need.ts";

const part = (docx: Uint8Array, path: string): string => strFromU8(unzipSync(docx)[path] ?? new Uint8Array());

test("the same snapshot gives the same bytes, whenever and wherever", async () => {
  const first = await renderDocx(paperOf(hardReport()));
  const zone = process.env.TZ;
  process.env.TZ = "Pacific/Apia";
  const again = await renderDocx(paperOf(hardReport()));
  process.env.TZ = zone;
  expect(Buffer.compare(first, again)).toBe(0);
});

test("has heading styles, heads that repeat, page numbers, language and marked right-to-left runs", async () => {
  const docx = await renderDocx(paperOf(hardReport()));
  const words = part(docx, "word/document.xml");
  for (const style of ["Heading1", "Heading2", "Heading3"])
    expect(words).toContain(`<w:pStyle w:val="${style}"/>`);
  expect(words).toContain("<w:tblHeader/>");
  expect(words).toMatch(/<w:bidi\/>/);
  expect(words).toMatch(/<w:rtl\/>.{0,200}محمد الهاشمي/);
  const foot = part(docx, "word/footer1.xml");
  expect(foot).toContain("NUMPAGES");
  expect(foot).toContain(freeze(hardReport()).hash);
  expect(part(docx, "word/styles.xml")).toContain('w:val="en-GB"');
  const core = part(docx, "docProps/core.xml");
  expect(core).toContain(
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-10-24T16:30:00.000Z</dcterms:created>',
  );
  expect(core).toContain("INC-14: Rhestr apwyntiadau Llŷr 😀 محمد");
});

describeWith(["libreoffice"])("a breach report as DOCX, opened in LibreOffice", () => {
  function readByLibreOffice(docx: Uint8Array): string {
    const folder = mkdtempSync(join(tmpdir(), "chaperone-docx-"));
    try {
      writeFileSync(join(folder, "report.docx"), docx);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const to = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder];
      execFileSync("soffice", [profile, "--headless", ...to, join(folder, "report.docx")], {
        timeout: 60_000,
      });
      return readFileSync(join(folder, "report.txt"), "utf8");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  test("keeps every word of every script", { timeout: 90_000 }, async () => {
    const said = readByLibreOffice(await renderDocx(paperOf(hardReport())));
    for (const words of Object.values(hardWords)) expect(said).toContain(words.normalize("NFC"));
  });

  test("has the questions in the form's order with their answers", { timeout: 90_000 }, async () => {
    const report = breachReport();
    const said = readByLibreOffice(await renderDocx(paperOf(report)));
    const places = report.questions.map(({ question }) => said.indexOf(question));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(said).toContain("Saturday 24 October 2026, 15:00 (UTC+1)");
  });

  test("holds 500 entries", { timeout: 90_000 }, async () => {
    const said = readByLibreOffice(await renderDocx(paperOf(longReport())));
    for (let i = 0; i < 500; i += 1) expect(said).toContain(`Entry ${i}:`);
  });
});
