import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import type { Reading } from "#domain/detector/verdict";
import { normalText } from "#domain/registers/policy-map/normal";
import { read } from "#reading/read";
import type { ReadPolicy } from "../../../dashboard/src/lib/registers/policy-map/reading/messages.ts";
import { prepared } from "../../../dashboard/src/lib/registers/policy-map/reading/prepare.ts";
import { asMarkdown, type InventedPolicy, policyNamed, rowText } from "../../support/policies/policies.ts";
import { blob, docx } from "../detector/files.ts";

async function pdfOf(draw: (page: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = new PDFDocument({ size: "A4", margin: 60 });
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => document.once("end", resolve));
  draw(document);
  document.end();
  await done;
  return Buffer.concat(parts);
}

const take = async (file: Blob, name = "policy"): Promise<ReadPolicy> =>
  prepared(await read(file, { milliseconds: 60_000 }), name, () => undefined);

/** Sentences of a policy that stand in what was read. */
function foundIn({ told }: InventedPolicy, { lines }: ReadPolicy): number {
  const known = new Set(lines.map(({ text }) => normalText({ lead: "", text })));
  return told.filter(({ kind, text }) =>
    known.has(normalText({ lead: "", text: kind === "row" ? rowText(text) : text })),
  ).length;
}

describe("a policy is read in the browser", () => {
  const policy = policyNamed("untuned-2-dental");
  test("out of Word, a paragraph a line", async () => {
    const paragraphs = asMarkdown(policy)
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("|"))
      .map((line) => line.replace(/^#+ /, ""));
    const taken = await take(blob(docx(...paragraphs)));
    expect(taken).toMatchObject({ format: "docx", notRead: "", pages: 0, numbered: [] });
    const rows = policy.told.filter(({ kind }) => kind === "row").length;
    expect(foundIn(policy, taken)).toBe(policy.told.length - rows);
  });

  test("out of a PDF of several pages, whose lines were cut at a margin", async () => {
    const file = await pdfOf((page) => {
      for (const part of policy.parts)
        if ("text" in part) page.fontSize(14).text(part.text).moveDown();
        else
          page
            .fontSize(11)
            .text(part.told.map(({ kind, text }) => (kind === "row" ? rowText(text) : text)).join(" "))
            .moveDown();
    });
    const taken = await take(blob(file), "policy.pdf");
    expect(taken).toMatchObject({ format: "pdf", notRead: "" });
    expect(taken.pages).toBeGreaterThan(1);
    // A row has no columns here, and a paragraph may run over a page's end: nearly all is enough.
    expect(foundIn(policy, taken)).toBeGreaterThanOrEqual(policy.told.length - 8);
  });

  test("of 300 pages, with how far it is", async () => {
    const file = await pdfOf((page) => {
      for (let i = 1; i <= 300; i += 1) {
        if (i > 1) page.addPage();
        page.text(`Rule ${i} of the clinic is kept by everybody. Rule ${i} is looked at each year.`);
      }
    });
    const told: number[] = [];
    const reading = await read(blob(file), {
      milliseconds: 60_000,
      onProgress: ({ done }) => told.push(done),
    });
    const taken = prepared(reading, "", () => undefined);
    expect(taken).toMatchObject({ pages: 300, notRead: "" });
    expect(taken.lines).toHaveLength(600);
    expect(told).toHaveLength(300);
  });

  const picture = (page: PDFDocument) => page.moveTo(50, 90).lineTo(60, 50).lineTo(70, 90).stroke();
  test("a scan is refused, with what to do", async () => {
    const file = await pdfOf((page) => {
      picture(page);
      page.addPage();
      picture(page);
    });
    await expect(take(blob(file))).rejects.toThrow(/pictures of pages and no words.*scan/);
  });

  test("pages that are pictures are named", async () => {
    const file = await pdfOf((page) => {
      page.text("Records are kept in a locked cabinet.");
      page.addPage();
      picture(page);
      page.addPage().text("Sign-ins are never shared.");
    });
    const taken = await take(blob(file));
    expect(taken.notRead).toBe("1 of 3 pages was not read (page 2): they are pictures, as in a scan.");
    expect(taken.lines).toHaveLength(2);
  });
});

describe("what is not sent, and what is refused", () => {
  const reading = (text: string): Reading => ({
    text,
    format: "text",
    read: { unit: "byte", done: 1, of: 1 },
  });
  const taken = (text: string) => prepared(reading(text), "our-policy_3.txt", () => undefined);

  test("a patient's number is left out, a name is shown", () => {
    const { numbered, named, title } = taken(
      "Records are locked.\n\nFor example 943 476 5919 is a number.\n\nMrs Gwyneth Ellery was told.",
    );
    expect([numbered, named, title]).toEqual([[1], [2], "our policy 3"]);
  });
  test("nothing, and what is no policy", () => {
    expect(() => taken("")).toThrow("There is no text in this.");
    expect(() => taken("---\n\n***")).toThrow("There is no sentence in this.");
    const long = Array.from({ length: 10_001 }, (_, i) => `Rule ${i} is kept.`).join(" ");
    expect(() => taken(long)).toThrow(
      "This has 10,001 sentences; a policy map takes 10,000, some 300 pages.",
    );
  });
  test("a file with a password, and one that is cut short", async () => {
    await expect(take(blob(docx("Records are locked.").slice(0, 200)))).rejects.toThrow(/damaged/);
  });
});
