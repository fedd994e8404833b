/**
 * Measures the readers by themselves: milliseconds of the middle and of the slowest twentieth, warm, and the memory of the
 * largest.
 *
 *   npm run -s bench:reading [-- --times N]
 */
import { parseArgs } from "node:util";
import { read } from "#reading/read";
import { eyesOfNode } from "../../scripts/detect/eyes.ts";
import { scanned, scannedPdf } from "../support/files/scanned.ts";
import { docx, pdf } from "../unit/detector/files.ts";

const { values } = parseArgs({ options: { times: { type: "string", default: "40" } } });
const eyes = eyesOfNode();

const lines = Array.from(
  { length: 40 },
  (_, at) => `${at + 1}. The desk opens at eight; room ${(at % 4) + 1} is kept for the afternoon clinic.`,
);
const page = lines.join("\n");
const csv = `Name,Number,Day\n${Array.from({ length: 50_000 }, (_, at) => `Row ${at},${at * 7},2026-11-30`).join("\n")}`;
/** Eight pages of photos, 25 MB together. */
async function photos(): Promise<Uint8Array> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const canvas = createCanvas(1_900, 1_900);
  const context = canvas.getContext("2d");
  const data = context.createImageData(1_900, 1_900);
  let state = 1;
  for (let place = 0; place < data.data.length; place++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    data.data[place] = place % 4 === 3 ? 255 : state >>> 24;
  }
  context.putImageData(data, 0, 0);
  return scannedPdf(Array.from({ length: 8 }, (_, turn) => canvas.toBuffer("image/jpeg", 88 + turn / 10)));
}

const at = (sorted: readonly number[], part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;

async function measure(
  name: string,
  bytes: Uint8Array | string,
  times: number,
  milliseconds = 120_000,
): Promise<void> {
  const file = new Blob([typeof bytes === "string" ? bytes : new Uint8Array(bytes)]);
  const took: number[] = [];
  let least = process.memoryUsage().rss;
  let most = least;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const first = performance.now();
  let reading = await read(file, { milliseconds, eyes });
  const cold = performance.now() - first;
  least = Math.min(least, process.memoryUsage().rss);
  for (let round = 0; round < times; round++) {
    const begun = performance.now();
    reading = await read(file, { milliseconds, eyes });
    took.push(performance.now() - begun);
  }
  most = Math.max(most, process.memoryUsage().rss);
  clearInterval(watch);
  took.sort((one, other) => one - other);
  const cells = [
    name.padEnd(40),
    `${(file.size / 1024).toFixed(0)} kB`.padStart(10),
    `first ${cold.toFixed(0)} ms`.padStart(16),
    `middle ${at(took, 0.5).toFixed(1)} ms`.padStart(18),
    `p95 ${at(took, 0.95).toFixed(1)} ms`.padStart(16),
    `${(most / 1024 / 1024).toFixed(0)} MB held`.padStart(14),
    `  ${reading.read.done} of ${reading.read.of} ${reading.read.unit}s${reading.unreadable ? `, ${reading.unreadable}` : ""}`,
  ];
  console.log(cells.join(""));
}

const times = Math.max(1, Number(values.times) || 40);
await measure("text of 10 kB", page.repeat(3), times);
await measure("DOCX of two pages", docx(...lines, ...lines), times);
await measure("PDF of two pages", await pdf([page, page]), times);
await measure("CSV of 50,000 rows", csv, 10);
await measure("PDF of photos, in the extension’s time", await photos(), 1, 6_400);
if (eyes) {
  await measure("picture of a page", scanned(lines), 3);
  await measure("scan of two pages", await scannedPdf([scanned(lines), scanned(lines)]), 2);
}
