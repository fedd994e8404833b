import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { judge } from "#domain/detector/judge";
import { read } from "#reading/read";
import { scanned, scannedPdf } from "../../support/files/scanned.ts";
import { blob, zipped } from "../detector/files.ts";
import { eyes, namesPatient, seeing } from "./reads.ts";

const lines = [
  "Harbour Physio",
  "Re: Mrs Ada Moss, DOB 12/03/1961",
  "NHS number 999 000 0018",
  "Thank you for referring this lady.",
];

const tiff = (picture: { data: Uint8Array; width: number; height: number }) => {
  const { encodeImage } = createRequire(import.meta.url)("utif2");
  return new Uint8Array(encodeImage(picture.data.buffer, picture.width, picture.height));
};

async function points(png: Buffer) {
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return { data: new Uint8Array(data), width: image.width, height: image.height };
}

describe("pictures are looked at", { timeout: 240_000 }, () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ["a PNG", () => scanned(lines)],
    ["a JPEG", () => scanned(lines, { format: "jpeg" })],
    ["a TIFF", async () => tiff(await points(scanned(lines)))],
    ["a picture of a screen, with small letters", () => scanned(lines, { letters: 14 })],
    ["a sheet on its side", () => scanned(lines, { turned: 1 })],
    ["a sheet upside down", () => scanned(lines, { turned: 2 })],
    [
      "a scan with a line of text",
      () => scannedPdf([scanned(lines, { turned: 3 })], "Scanned by an app, page 1 of 1"),
    ],
    [
      "a picture in a document",
      () =>
        zipped({
          "word/document.xml": Buffer.from("<w:p><w:t>Letter below</w:t></w:p>"),
          "word/media/image1.png": scanned(lines),
        }),
    ],
  ])("%s", async (_, make) => {
    const reading = await seeing(await make());
    expect(namesPatient(reading)).toBe(true);
    expect(reading.unreadable).toBeUndefined();
  });

  test("Welsh is made out too", async () => {
    const { text } = await seeing(
      scanned(["Annwyl Mrs Siân Pritchard,", "Dyddiad geni 12/03/1961, Rhif GIG 999 000 0018"]),
    );
    expect(text).toMatch(/Annwyl Mrs Si[aâ]n Pritchard/);
    expect(text).toContain("Dyddiad geni 12/03/1961");
  });

  test("a scan of several pages for which there is no time: what was read is said", async () => {
    const bytes = await scannedPdf(Array.from({ length: 12 }, () => scanned([...lines, ...lines, ...lines])));
    const reading = await read(blob(bytes), { milliseconds: 4_000, eyes });
    expect(reading).toMatchObject({ unreadable: "timed-out", read: { unit: "page", of: 12 } });
    expect(reading.read.done).toBeLessThan(12);
    expect(reading.missed?.length).toBe(12 - reading.read.done);
    // What comes next is read as if nothing had been given up.
    expect(namesPatient(await seeing(scanned(lines)))).toBe(true);
  });

  test("a picture without words is said by itself, and is none of a document’s", async () => {
    const empty = scanned([" ", " ", " "]);
    const alone = await seeing(empty);
    expect(judge(alone, {}).strength).toBe("unreadable");
    const within = await seeing(
      zipped({
        "word/document.xml": Buffer.from("<w:p><w:t>Rota of the desk</w:t></w:p>"),
        "word/media/image1.png": empty,
      }),
    );
    expect(within.unreadable).toBeUndefined();
  });
});
