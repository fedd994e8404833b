import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { normalText } from "#domain/registers/policy-map/normal";
import { linesOf, sentencesOf } from "#domain/registers/policy-map/split";
import { processorCost } from "../../support/processor-cost.ts";

const told = (text: string) => linesOf(text).map(({ kind, text: words }) => `${kind}: ${words}`);

describe("a text is cut into", () => {
  test("headings, sentences, items with what leads to them, and rows", () => {
    const text = `# Storage
Records are locked. Staff must not:
- share passwords
- leave notes on a desk

| Record | Period |
|---|---|
| Adults | 8 years |`;
    expect(told(text)).toEqual([
      "heading: Storage",
      "sentence: Records are locked.",
      "sentence: Staff must not:",
      "item: share passwords",
      "item: leave notes on a desk",
      "row: Adults: 8 years",
    ]);
    expect(linesOf(text)[3]).toMatchObject({ lead: "Staff must not:", section: "Storage" });
  });
  test("sentences, but not at what is shortened, numbered or quoted", () => {
    expect(
      sentencesOf(
        "Ask e.g. Dr. Voss or Mr. Reed. See Art. 15 and para. 4.2 of Sch. 3. “No.” is an answer. We keep 2.5 m. It ends.",
      ),
    ).toEqual([
      "Ask e.g. Dr. Voss or Mr. Reed.",
      "See Art. 15 and para. 4.2 of Sch. 3.",
      "“No.” is an answer.",
      "We keep 2.5 m.",
      "It ends.",
    ]);
  });
  test("paragraphs that were cut at a margin or by the end of a page", () => {
    const text = `2.  KEEPING RECORDS

Records of adults are kept for at least eight years after the date on which they
were last seen, and those of children until they are twenty-five years of age, and

Policy of the clinic, version 3                                      Page 2 of 9

the practice manager looks through the list of what is due each year in January.`;
    expect(told(text)).toEqual([
      "heading: 2. KEEPING RECORDS",
      "sentence: Records of adults are kept for at least eight years after the date on which they were last seen, and those of children until they are twenty-five years of age, and the practice manager looks through the list of what is due each year in January.",
    ]);
  });
  test("nothing, where there is nothing", () => {
    for (const text of ["", " \n\n", "---\n***", "1\n2\n3"])
      expect(linesOf(text).filter(({ kind }) => kind === "sentence")).toEqual([]);
  });
  test("lines that the server takes, whatever comes", () => {
    const hostile = `${"x".repeat(5_000)} ${"word ".repeat(900)}\n# ${"h".repeat(400)}\n- ${"item; ".repeat(700)}\n<script>alert(1)</script>\n${"\u202e"}abc`;
    for (const { section, lead, text } of linesOf(hostile)) {
      expect(section.length).toBeLessThanOrEqual(200);
      expect(lead.length).toBeLessThanOrEqual(1_000);
      expect(text.length).toBeLessThanOrEqual(1_000);
    }
  });
  test("ten thousand sentences within seconds", () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `Rule ${i} is kept by all who work here.`).join(
      " ",
    );
    const cost = processorCost(() => expect(linesOf(text)).toHaveLength(10_000));
    expect(cost).toBeLessThan(10_000);
  });
});

describe("a sentence keeps its state", () => {
  const hash = (text: string, lead = "") =>
    createHash("sha256").update(normalText({ lead, text })).digest("hex");
  test.each([
    ["4.2 Records are locked.", "Records are locked"],
    ["(a) Records are  locked.", "records are locked"],
    ["It’s the “lead” – nobody else", 'It\'s the "lead" - nobody else.'],
    ["B12. Records are locked.", "Records are locked"],
  ])("where only signs differ: %s", (one, other) => expect(hash(one)).toBe(hash(other)));
  test.each([
    ["Images are kept 60 days.", "Images are kept 61 days."],
    ["Staff must not share passwords.", "Staff must share passwords."],
    ["2 years", "3 years"],
  ])("and not where a word or number differs: %s", (one, other) => expect(hash(one)).not.toBe(hash(other)));
  test("and not where what leads to an item differs", () =>
    expect(hash("share passwords", "Staff must not:")).not.toBe(hash("share passwords", "Staff may:")));
});
