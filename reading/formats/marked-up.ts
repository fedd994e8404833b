import type { UnreadableReason } from "#domain/detector/verdict";
import type { Budget } from "../budget.ts";
import type { Inside, Taken } from "../taken.ts";
import { filesWithin } from "./base64.ts";
import { htmlPage } from "./html.ts";
import { xmlText } from "./markup.ts";
import { richText } from "./rtf.ts";
import { decode } from "./text.ts";

/** Bytes of a marked-up or rich text that are taken into memory at once. */
const wholeAtMost = 12 * 1024 * 1024;

interface Words {
  readonly text: string;
  readonly inside: readonly Inside[];
  /** Why a part of it was not looked at. */
  readonly left?: UnreadableReason | undefined;
}

/**
 * Reads a text that has to be whole to be understood; of a larger one only the beginning.
 *
 * @param ending What the format ends with; without it the file was cut short.
 */
const markedUp =
  (format: string, words: (text: string) => Words, ending?: RegExp) =>
  async (file: Blob, budget: Budget): Promise<Taken> => {
    const bytes = new Uint8Array(await file.slice(0, wholeAtMost).arrayBuffer());
    const source = decode(bytes);
    const { text, inside, left } = words(source);
    const kept = budget.takeText(text);
    const isCut = ending?.test(source.slice(-200)) === false;
    const unreadable = file.size > wholeAtMost || budget.full ? "too-large" : isCut ? "damaged" : left;
    const done = unreadable ? Math.min(bytes.length, file.size - 1) : file.size;
    return { text: kept, format, read: { unit: "byte", done, of: file.size }, unreadable, inside };
  };

export const readHtml = markedUp("html", (source) => htmlPage(source));

/** Entities that a document defines itself are not put in (none is a bomb then), so what they stand for is not read. */
const definesEntities = /<!ENTITY\s/i;

/** Curves of a drawing from which they can be a line of writing: letters have about ten each. */
const curvesOfWords = 300;

/** Whether a drawing (SVG) has as many curves as a name in letters that were made shapes. */
function drawsLetters(source: string): boolean {
  if (!/<(?:\w+:)?svg[\s>]/.test(source.slice(0, 20_000))) return false;
  let curves = 0;
  for (const [, path = ""] of source.matchAll(/\sd\s*=\s*["']([^"']*)/g)) {
    curves += path.match(/[cqsta]/gi)?.length ?? 0;
    if (curves >= curvesOfWords) return true;
  }
  return false;
}

export const readXml = markedUp(
  "xml",
  (source) => ({
    text: xmlText(source),
    inside: filesWithin(source),
    left: definesEntities.test(source.slice(0, 100_000))
      ? "part"
      : drawsLetters(source)
        ? "picture"
        : undefined,
  }),
  />\s*$/,
);

export const readRtf = markedUp(
  "rtf",
  (source) => {
    const { text, inside, unopened } = richText(source);
    return { text, inside, left: unopened ? "part" : undefined };
  },
  /\}[\s\0]*$/,
);
