import { expect, test } from "vitest";
import { dataRegulatorOn } from "#domain/law/regulators";
import { renderDocx } from "../../../dashboard/src/lib/export/docx/render-docx.ts";
import { freezeRegister, frozenMinutes } from "../../../dashboard/src/lib/export/frozen.ts";
import { breachRegisterPaper } from "../../../dashboard/src/lib/export/papers/breach-register-paper.ts";
import { letterPaper, letterPlaceholders } from "../../../dashboard/src/lib/export/papers/letter-paper.ts";
import { minutesPaper } from "../../../dashboard/src/lib/export/papers/minutes-paper.ts";
import { minutesPdf } from "../../../dashboard/src/lib/export/papers/minutes-pdf.ts";
import { pagesOf } from "../../../dashboard/src/lib/export/pdf/pages-of.ts";
import { registerCsv } from "../../../dashboard/src/lib/export/register-csv.ts";
import { timelineCsv } from "../../../dashboard/src/lib/export/timeline-csv.ts";
import { canonicalJson } from "../../../domain/base/canonical-json.ts";
import { breachReport } from "../../fixtures/export/breach-snapshot.ts";
import {
  fullestMinutes,
  fullMinutes,
  letterWords,
  minutesOf,
  registerOf,
} from "../../fixtures/export/other-papers.ts";
import { pdfFor, saidOf } from "../../fixtures/export/rendered.ts";
import { describeWith } from "../../support/need.ts";

const pagesSaid = (pdf: Uint8Array) => /Pages: +(\d+)/.exec(saidOf(pdf, "pdfinfo", "FILE"))?.[1];

describeWith(["poppler"])("papers beside the report, read by poppler", () => {
  test("the minutes of a usual week take two pages at most and name the log's head", async () => {
    const { value, hash } = frozenMinutes(canonicalJson(minutesOf()));
    const pdf = await pdfFor(minutesPaper(value, hash));
    expect(Number(/Pages: +(\d+)/.exec(saidOf(pdf, "pdfinfo", "FILE"))?.[1])).toBeLessThanOrEqual(2);
    const said = saidOf(pdf, "pdftotext", "-layout", "FILE", "-");
    expect(said).toContain(value.ledger.hash);
    expect(said).toContain(`SHA-256 of the minutes' JSON: ${hash}`);
    expect(said).toMatch(/Deferred: Figures of Canterbury/);
    expect(said).toContain("nothing to decide: Open breaches (none)");
  });

  test("the minutes of a full week are shortened to two pages, have an annex with all of it, and say what is left out and where it stands", async () => {
    const { value, hash } = frozenMinutes(canonicalJson(fullMinutes()));
    const whole = await pdfFor(minutesPaper(value, hash));
    expect(pagesOf(whole)).toBe(Number(pagesSaid(whole)));
    expect(pagesOf(whole)).toBeGreaterThan(2);
    const pdf = await minutesPdf(value, hash, "those-who-were-there", pdfFor);
    const text = (...pages: string[]) =>
      saidOf(pdf, "pdftotext", "-raw", ...pages, "FILE", "-").replace(/\s+/g, " ");
    const meeting = text("-l", "2");
    expect(meeting).toMatch(/Shortened to two pages: .*left out.* annex .* JSON that the hash below names/);
    expect(meeting).not.toContain("Annex: all of it");
    expect(meeting.match(/INC-14: appointment list/g)?.length).toBeGreaterThan(10);
    // Each of the forty decisions stands in the annex.
    const annex = text("-f", "3");
    expect(annex).toContain("Annex: all of it");
    expect(annex.match(/Accepted: Decided inside the 72 hours; contained the same day\./g)).toHaveLength(40);
  });

  test("minutes of a week with everything as long as it may be keep two pages for the meeting, and all in the annex", async () => {
    const pdf = await minutesPdf(fullestMinutes(), "ab".repeat(32), "wider", pdfFor);
    const meeting = saidOf(pdf, "pdftotext", "-raw", "-l", "2", "FILE", "-");
    expect(meeting).not.toContain("Annex: all of it");
    expect(saidOf(pdf, "pdftotext", "-raw", "-f", "3", "-l", "3", "FILE", "-")).toContain("Annex: all of it");
  });

  test("a wider copy names roles, says so, and has the hash of the whole", async () => {
    const { value, hash } = frozenMinutes(canonicalJson(minutesOf()));
    const said = saidOf(await minutesPdf(value, hash, "wider", pdfFor), "pdftotext", "-layout", "FILE", "-");
    expect(said).toContain("A copy for wider circulation");
    expect(said).toContain(hash);
    expect(said).not.toMatch(/Voss|Farrow|Oakley|Arkwright/);
  });

  test("the register has every line, near misses with their reason", async () => {
    const { value, hash } = freezeRegister(registerOf());
    const said = saidOf(await pdfFor(breachRegisterPaper(value, hash)), "pdftotext", "-layout", "FILE", "-");
    expect(said).toContain("INC-15: =HYPERLINK");
    expect(said).toContain("It did not leave the desk.");
    expect(said).toContain("Closed. It was: a near miss");
    expect(said).toContain("Tuesday 27 October 2026, 15:20 (UTC), IC-1");
    for (const words of [
      "Tell the ICO; tell the people",
      "Health data of people who can be named.",
      "A risk is likely.",
      "Late, after the 72 hours",
      "Why: The form was down on the last day.",
      "9 of 11 to be told, the last on Monday 26 October 2026",
      "Screened by Chaperone",
    ])
      expect(said.replace(/\s+/g, " ")).toContain(words);
    expect(said).not.toMatch(/names no patient/i);
  });

  test("an empty register says so", async () => {
    const { value, hash } = freezeRegister({ ...registerOf(), rows: [] });
    expect(saidOf(await pdfFor(breachRegisterPaper(value, hash)), "pdftotext", "FILE", "-")).toContain(
      "Nothing has been",
    );
  });

  test("the letter leaves gaps for what Chaperone does not hold", async () => {
    const paper = letterPaper(breachReport(), letterWords, dataRegulatorOn("2026-11-29"));
    const said = saidOf(await pdfFor(paper), "pdftotext", "-raw", "FILE", "-").replace(/\s+/g, " ");
    for (const gap of Object.values(letterPlaceholders)) expect(said).toContain(gap);
    expect(said).toContain("went wrong with your personal information on Saturday 24 October 2026.");
    expect((await renderDocx(paper)).length).toBeGreaterThan(5_000);
  });
});

test("the register as CSV has no cell that a spreadsheet computes", () => {
  const csv = registerCsv(registerOf());
  expect(csv.startsWith("\ufeffRegister of personal data breaches,Harbour Aesthetics & Physio\r\n")).toBe(
    true,
  );
  expect(csv).toContain(`INC-15,"'=HYPERLINK(""http://example.invalid"")",Closed. It was: a near miss`);
  expect(csv).toContain(`"A letter was handed to a namesake, ""and taken back"",\nunopened."`);
  expect(csv).toContain(",'@ the desk: two questions.,");
  expect(csv).toContain("Tŷ Gwŷdd محمد");
});

test("a snapshot that is not canonical is refused", () => {
  expect(() => frozenMinutes(JSON.stringify(minutesOf()))).toThrow("not in its canonical form");
});

test("the timeline as CSV has each entry with both times", () => {
  const report = breachReport();
  const csv = timelineCsv({ ...report, timeline: [...report.timeline, ...formula] }, "ab".repeat(32));
  expect(csv).toContain(
    '2026-10-24T13:55:00.000Z,"Saturday 24 October 2026, 14:55 (UTC+1)",The recipient telephoned',
  );
  expect(csv).toContain("Decided what it is: It has left the clinic.");
  expect(csv).toContain(",'+44 rang off");
});

const formula = [{ at: "2026-10-25T01:30:00.000Z", kind: "entry" as const, what: "", text: "+44 rang off" }];
