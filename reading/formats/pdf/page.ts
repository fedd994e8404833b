import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Area } from "./area.ts";
import { drawnOn } from "./drawn.ts";
import { laidOut } from "./layout.ts";
import { carriesOther, fileOf, type Note, wordsOfNote } from "./notes.ts";
import { lostOf, type Unseen, unseenOf } from "./unseen.ts";

/** What a page says, and which part of it has to be looked at because no text layer tells what stands there. */
export interface PageText {
  readonly text: string;
  readonly unseen: Unseen | undefined;
  /** Why a part of the page can’t be read whatever looks at it: a picture came broken, something lies beyond its edges. */
  readonly lost?: "damaged" | "part" | undefined;
  /** Names of the files that its remarks carry. */
  readonly files: readonly string[];
}

/** Reads the text layer, fields and remarks of a page, and tells what else is on it. */
export async function readPage(page: PDFPageProxy): Promise<PageText> {
  const { items } = await page.getTextContent();
  const shown = laidOut(items).trim();
  const notes = (await page.getAnnotations()) as Note[];
  const drawn = await drawnOn(page);
  const said = notes.flatMap(wordsOfNote);
  const stamped = drawn.stamped
    .split("\n")
    .filter((line) => line.trim() !== "" && !said.join("\n").includes(line));
  // What lies beyond the edges of a page that was cropped, or in a pattern, is no part of its text layer.
  const beyond = lettersOf(drawn.words) > lettersOf(shown) + lettersBeyond ? [drawn.words] : [];
  const text = [shown, ...beyond, ...said, ...stamped].join("\n").trim();
  const view = page.view as unknown as Area;
  return {
    text,
    unseen: unseenOf(view, shown, items, drawn),
    lost: notes.some(carriesOther) ? "part" : lostOf(view, drawn),
    files: notes.flatMap(fileOf),
  };
}

/** Letters that are drawn beside those of the text layer from which they are words that it doesn’t have. */
const lettersBeyond = 12;
const lettersOf = (text: string) => text.replace(/\s/g, "").length;
