import { beforeAll, expect, test } from "vitest";
import { breachReport, hardReport, hardWords, longReport } from "../../fixtures/export/breach-snapshot.ts";
import { freeze, paperOf, pdfFor, saidOf } from "../../fixtures/export/rendered.ts";
import { describeWith } from "../../support/need.ts";

test("the same snapshot gives the same bytes", { timeout: 60_000 }, async () => {
  const [first, again] = await Promise.all([pdfFor(paperOf(hardReport())), pdfFor(paperOf(hardReport()))]);
  expect(Buffer.compare(first, again)).toBe(0);
  const other = await pdfFor(paperOf(breachReport({ peopleCount: 3 })));
  expect(Buffer.compare(await pdfFor(paperOf(breachReport())), other)).not.toBe(0);
});

/** Direction marks, that pdftotext writes about right-to-left text. */
const marks = /[\u200e\u200f\u202a-\u202e]/g;
const text = (pdf: Uint8Array, ...how: string[]) =>
  saidOf(pdf, "pdftotext", ...how, "FILE", "-").replace(marks, "");

describeWith(["poppler"])("a breach report as PDF, read by poppler", () => {
  let plain: Uint8Array;
  let hard: Uint8Array;
  let long: Uint8Array;
  beforeAll(async () => {
    [plain, hard, long] = (await Promise.all(
      [breachReport(), hardReport(), longReport()].map(paperOf).map(pdfFor),
    )) as [Uint8Array, Uint8Array, Uint8Array];
  }, 60_000);

  test("is tagged A4 with its title, and says when the version was made", () => {
    const said = saidOf(plain, "pdfinfo", "FILE");
    expect(said).toMatch(/Title: +INC-14: Appointment list sent to a wrong address/);
    expect(said).toMatch(/Tagged: +yes/);
    expect(said).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/);
    expect(said).toContain("Oct 24 16:30:00 2026");
    expect(saidOf(plain, "pdfinfo", "-meta", "FILE")).toContain(
      "<rdf:li>Harbour Aesthetics &amp; Physio</rdf:li>",
    );
    expect(Buffer.from(plain).toString("latin1")).toContain("/Lang (en-GB)");
  });

  test("has headings and tables with heads in its structure", () => {
    const said = saidOf(plain, "pdfinfo", "-struct-text", "FILE");
    expect(said).toMatch(/H1 \(block\)\n +"INC-14: Appointment list/);
    expect(said).toMatch(/H2 \(block\)\n +"Times"/);
    expect(said).toMatch(/H3 \(block\)\n +"About the breach"/);
    expect(said).toMatch(
      /TH:\n +\/Scope \/Row\n +"Aware"\n +TD\n +"Saturday 24 October 2026, 15:00 \(UTC\+1\)"/,
    );
    expect(said).toMatch(/\/Scope \/Column\n +"When"/);
  });

  test("carries its fonts", () => {
    for (const pdf of [plain, hard, long]) {
      const fonts = saidOf(pdf, "pdffonts", "FILE").trim().split("\n").slice(2);
      expect(fonts.length).toBeGreaterThan(1);
      expect(fonts.filter((font) => !/ yes yes yes +\d+ +\d+$/.test(font))).toEqual([]);
    }
  });

  test("has clinic, version, page and the snapshot's digest at the foot of each page", () => {
    const { hash } = freeze(breachReport());
    const pages = text(plain, "-layout").split("\f").slice(0, -1);
    pages.forEach((page, i) => {
      expect(page).toContain("Harbour Aesthetics & Physio · INC-14, version 1");
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
      expect(page).toContain(`SHA-256 of the report's JSON: ${hash}`);
    });
  });

  test("keeps Welsh, Arabic, Urdu, Hebrew and emoji as they were written", () => {
    const said = text(hard, "-layout");
    expect(said).toContain(hardWords.welsh);
    expect(said).toContain("محمد بن سلمان الهاشمي اتصل بالعيادة يوم السبت");
    expect(said).toContain("أكتوبر");
    expect(said).toContain("ڈاکٹر ٹیپو نے ٹیلی فون پر بتایا");
    expect(said).toContain("۱۲۳");
    expect(said).toContain("התקשרה ב");
    expect(said).toContain("״הגיע אליי מכתב״");
    expect(said).toContain("12.50 ₪");
    expect(said).toContain("😀👍🏽 and 👩‍⚕️, flags 🇬🇧");
    expect(said).toContain("Ελένη, Ольга, Nguyễn Thị, Łukasz, Jürgen, अनीता, é composed, [U+738B]");
    expect(said).toContain(hardWords.markup);
  });

  test("breaks long words inside the margins", () => {
    const boxes = saidOf(hard, "pdftotext", "-bbox", "FILE", "-").matchAll(
      /xMin="([\d.-]+)" .*? xMax="([\d.-]+)" yMax="([\d.-]+)"/g,
    );
    const outside = [...boxes].filter(
      ([, left, right, bottom]) => Number(left) < 53 || Number(right) > 542.3 || Number(bottom) > 825,
    );
    expect(outside).toEqual([]);
    expect(text(hard, "-raw").replace(/\n/g, "")).toContain(hardWords.long.split(" ")[0]);
  });

  test("holds 500 entries and 2,000 people", () => {
    const said = text(long, "-layout");
    for (let i = 0; i < 500; i += 1) expect(said).toContain(`Entry ${i}:`);
    expect(said.match(/\baccount\b/g)).toHaveLength(240);
    expect(said).toMatch(/How many people could be affected\? +2000/);
    expect(said).toContain("1204 of 2000 to be told");
  });

  test("says what changed since the version sent", async () => {
    const changes = {
      since: 1,
      sentAt: "2026-10-24T15:20:00.000Z",
      list: [{ what: "How many people could be affected?", before: "Not known yet", after: "3" }],
    };
    const pdf = await pdfFor(paperOf({ ...breachReport({ peopleCount: 3 }), version: 2, changes }));
    const said = text(pdf, "-layout");
    expect(said).toContain("What changed since version 1");
    expect(said).toContain("Version 1 was sent on Saturday 24 October 2026, 16:20 (UTC+1).");
    expect(said).toMatch(/How many people could be\s+Not known yet +3/);
  });

  test("leaves no heading alone at the foot of a page", () => {
    const headings = ["Times", "Timeline", "Staff", "About you", "Evidence kept", "Taking action"];
    for (const pdf of [plain, hard, long]) {
      for (const page of text(pdf, "-layout").split("\f")) {
        const lines = page
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== "");
        expect(headings).not.toContain(lines.at(-3));
      }
    }
  });
});
