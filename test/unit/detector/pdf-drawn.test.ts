import { readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { read } from "#reading/read";
import { blob } from "./files.ts";

type Draw = (page: PDFDocument) => unknown;

/** A PDF of a page that somebody drew, and one with words. */
async function drawn(draw: Draw): Promise<Uint8Array> {
  const document = new PDFDocument({ size: "A4" });
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => document.once("end", resolve));
  draw(document);
  document.addPage().text("Follow-up, 30 minutes");
  document.end();
  await done;
  return Buffer.concat(parts);
}

const readDrawn = async (draw: Draw) => read(blob(await drawn(draw)), { milliseconds: 30_000 });

/** A table without words: as many rows as there are, four columns, each border a line of its own as LibreOffice draws it. */
const table =
  (rows: number): Draw =>
  (page) => {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < 4; column++)
        page
          .moveTo(50 + column * 100, 50 + row)
          .lineTo(150 + column * 100, 50 + row)
          .stroke();
  };

describe("a page of a PDF without words", () => {
  test("as LibreOffice makes it, is empty", async () => {
    const file = new URL("../../fixtures/files/blank-first-page-libreoffice.pdf", import.meta.url);
    const reading = await read(blob(readFileSync(file)), { milliseconds: 30_000 });
    expect(reading.read).toEqual({ unit: "page", done: 2, of: 2 });
    expect(reading.unreadable).toBeUndefined();
  });

  test.each<[string, Draw]>([
    ["nothing", () => undefined],
    ["a white ground", (page) => page.rect(0, 0, 595, 842).fill("white")],
    ["a frame and a rule", (page) => page.rect(50, 50, 400, 600).moveTo(50, 90).lineTo(450, 90).stroke()],
    ["an empty table", table(30)],
    ["a clip", (page) => page.circle(200, 200, 80).clip()],
    [
      "a dashed line in a colour",
      (page) => page.dash(4, {}).moveTo(50, 90).lineTo(450, 90).stroke("#336699"),
    ],
  ])("with %s is read", async (_, draw) => {
    const reading = await readDrawn(draw);
    expect(reading.read).toEqual({ unit: "page", done: 2, of: 2 });
    expect(reading.unreadable).toBeUndefined();
  });

  test.each<[string, Draw]>([
    ["a curve", (page) => page.moveTo(50, 50).bezierCurveTo(60, 80, 70, 20, 90, 50).stroke()],
    ["slanted lines, as of a letter", (page) => page.moveTo(50, 90).lineTo(60, 50).lineTo(70, 90).stroke()],
    ["more lines than a table has", table(400)],
    [
      "a shading",
      (page) =>
        page.rect(0, 0, 200, 200).fill(page.linearGradient(0, 0, 200, 0).stop(0, "red").stop(1, "blue")),
    ],
  ])("with %s is not taken for an empty one", async (_, draw) => {
    const reading = await readDrawn(draw);
    expect(reading.read).toEqual({ unit: "page", done: 1, of: 2 });
    expect(reading.unreadable).toBe("picture");
  });
});
