import { createRequire } from "node:module";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import PDFDocument from "pdfkit";

const require = createRequire(import.meta.url);
// The fonts of a machine are not the same everywhere.
GlobalFonts.registerFromPath(
  require.resolve("pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf"),
  "Letter",
);

/** How a sheet lay on the scanner, and how it was saved. */
export interface Scan {
  /** Quarters by which it is turned clockwise. */
  readonly turned?: number;
  readonly format?: "png" | "jpeg";
  /** Height of the letters, in points of the picture; an A4 page at 200 points an inch has 30. */
  readonly letters?: number;
}

/** A sheet of paper with lines of words on it, as a picture. */
export function scanned(
  lines: readonly string[],
  { turned = 0, format = "png", letters = 30 }: Scan = {},
): Buffer {
  const height = Math.round(letters * (4 + lines.length * 1.6));
  const width = Math.round(letters * 46);
  const isStanding = turned % 2 === 1;
  const canvas = createCanvas(isStanding ? height : width, isStanding ? width : height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turned * Math.PI) / 2);
  context.translate(-width / 2, -height / 2);
  context.fillStyle = "#222";
  context.font = `${letters}px Letter`;
  lines.forEach((line, row) => {
    context.fillText(line, letters * 2, letters * (3 + row * 1.6));
  });
  return format === "png" ? canvas.toBuffer("image/png") : canvas.toBuffer("image/jpeg", 85);
}

/** A PDF of such sheets, with a line of text on each as scanners' apps print it. */
export async function scannedPdf(pages: readonly Buffer[], footer = ""): Promise<Buffer> {
  const document = new PDFDocument({ size: "A4", autoFirstPage: false });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on("end", resolve));
  for (const picture of pages) {
    document.addPage();
    document.image(picture, { fit: [460, 640] });
    if (footer !== "") document.text(footer);
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
