import { type Budget, Unreadable } from "../budget.ts";
import { besidePicture } from "../pictures/beside.ts";
import type { Eyes, Grey } from "../pictures/eyes.ts";
import { mayHoldWords, type PictureHeader, pictureHeader } from "../pictures/header.ts";
import { greyOf, isBlank, isMadeOut, isPaper, look } from "../pictures/look.ts";
import type { Taken } from "../taken.ts";
import { readTiff } from "./tiff.ts";

/** Points of a picture that is unpacked: a camera's of 2026 has 50 million. */
const pointsAtMost = 60_000_000;
const bytesAtMost = 48 * 1024 * 1024;
/** Points of a picture's longer side that are looked at: an A4 page at 220 points an inch. */
const longestSide = 2_600;
const headLength = 65_536;
/** Formats that neither browsers nor Node unpack. */
const notUnpacked: ReadonlySet<string> = new Set(["heic", "emf", "wmf", "netpbm"]);
/** Marks that look like words from which a picture of a document is taken to hold writing. */
const marksOfWriting = 5;
/** Bytes behind a picture from which they are something by themselves. */
const somethingFrom = 64;
/** Points of a picture of a document from which it can be a scanned page: A4 at 100 points an inch. */
const pointsOfScans = 900_000;

const isScan = (grey: Grey, { width = grey.width, height = grey.height }: PictureHeader) =>
  width * height >= pointsOfScans && isPaper(grey) && !isBlank(grey);

/**
 * The words of a picture. Of one by itself it is said where none were made out; in a document it is then a photo, or a
 * drawing.
 *
 * @param isPart - Whether it is part of a document, and not a file that was sent by itself.
 */
export async function readPicture(file: Blob, budget: Budget, isPart: boolean): Promise<Taken> {
  const header = pictureHeader(new Uint8Array(await file.slice(0, headLength).arrayBuffer()));
  const format = header?.format ?? "picture";
  const not = (unreadable: Taken["unreadable"]): Taken => ({ format, text: "", unreadable });
  if (!header) return not("damaged");
  if (isPart && !mayHoldWords(header)) return { format, text: "" };
  const { eyes } = budget;
  if (!eyes || notUnpacked.has(header.format)) return not("picture");
  const { width = 0, height = 0 } = header;
  if (width * height > pointsAtMost || file.size > bytesAtMost) return not("too-large");
  if (header.format === "tiff") return readTiff(file, budget, eyes);
  const grey = await greyOfFile(file, header, eyes);
  const words = await look(grey, eyes, budget);
  const isFaint = isPart
    ? (!isMadeOut(words) && words.seen > marksOfWriting) || (words.solid === 0 && isScan(grey, header))
    : !isMadeOut(words) || words.solid === 0;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const beside = besidePicture(bytes, header.format);
  const isMore = bytes.subarray(beside.end).some((byte) => byte !== 0);
  return {
    format,
    text: budget.takeText([words.text, beside.words].filter((one) => one !== "").join("\n\n")),
    unreadable: isFaint ? "too-faint" : beside.moves ? "part" : undefined,
    attached: isMore && file.size - beside.end >= somethingFrom ? [async () => file.slice(beside.end)] : [],
  };
}

async function greyOfFile(file: Blob, { format }: PictureHeader, eyes: Eyes): Promise<Grey> {
  try {
    const picture = await eyes.unpack(file);
    if (picture.width * picture.height > pointsAtMost) throw new Unreadable("too-large");
    const scale = Math.min(
      // Small pictures of a screen have letters of ten points, and are made out at twice that.
      Math.max(picture.width, picture.height) < 1_200 ? 2 : 1,
      longestSide / Math.max(picture.width, picture.height),
    );
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const canvas = eyes.canvas(width, height);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Unreadable("picture");
    context.fillStyle = "white";
    context.fillRect(0, 0, width, height);
    picture.draw(context, width, height);
    return greyOf(canvas);
  } catch (problem) {
    if (problem instanceof Unreadable) throw problem;
    throw new Unreadable(format === "icon" || format === "bmp" ? "picture" : "damaged");
  }
}
