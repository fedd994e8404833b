import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Area, around } from "./area.ts";
import { type Drawn, drawnOn } from "./drawn.ts";
import { isGarbled } from "./garbled.ts";
import { laidOut } from "./layout.ts";

/** What a page says, and which part of it has to be looked at because no text layer tells what stands there. */
export interface PageText {
  readonly text: string;
  readonly unseen: Unseen | undefined;
}

export interface Unseen {
  readonly why: "picture" | "garbled";
  /** Parts of the page; all of it where it is left out. */
  readonly areas?: readonly Area[];
  /** Share of the page that they cover, 0 to 1. */
  readonly share: number;
}

/** Signs that a page must show to count as one with a text layer. */
const signsOnAPage = 8;
/** Points of a picture in which a name and a birthday can stand. */
const [widest, highest] = [60, 8];
/** Share of a page from which pictures that are each too small for words are looked at together: scans in strips. */
const togetherFrom = 0.02;
/** Curves and slanted lines from which a drawing can be a line of writing: letters have about ten each. */
const strokesOfWords = 300;
/** Letters of the text layer for each 1,000 square points of a picture from which they are the picture's own words. */
const lettersOfScans = 0.6;
/** Pictures of a page that are looked at one by one. */
const picturesAtMost = 8;

/** Pictures that are told apart; more are tiles of one. */
const tilesAtMost = 200;

/** Reads the text layer, fields and remarks of a page, and tells what else is on it. */
export async function readPage(page: PDFPageProxy): Promise<PageText> {
  const { items } = await page.getTextContent();
  const shown = laidOut(items).trim();
  const notes = (await page.getAnnotations()) as Record<string, unknown>[];
  const drawn = await drawnOn(page);
  const said = notes.flatMap(wordsOfNote);
  const stamped = drawn.stamped
    .split("\n")
    .filter((line) => line.trim() !== "" && !said.join("\n").includes(line));
  const text = [shown, ...said, ...stamped].join("\n").trim();
  return { text, unseen: unseenOf(page, shown, items, drawn) };
}

function wordsOfNote(note: Record<string, unknown>): string[] {
  const { fieldValue: value, titleObj, contentsObj, richText, textContent } = note;
  const name = note.alternativeText || note.fieldName || "";
  const told = (one: unknown) => (one as { str?: string } | undefined)?.str ?? "";
  const lines = [
    ...(typeof value === "string" && value.trim() !== "" ? [`${name}: ${value}`] : []),
    ...(Array.isArray(value)
      ? [`${name}: ${value.filter((one) => typeof one === "string").join(", ")}`]
      : []),
    told(contentsObj) === ""
      ? ""
      : [told(titleObj), told(contentsObj)].filter((one) => one !== "").join(": "),
    told(richText),
    ...(Array.isArray(textContent) ? textContent.filter((one) => typeof one === "string") : []),
  ];
  return lines.filter((line) => line.trim() !== "");
}

function unseenOf(
  page: PDFPageProxy,
  text: string,
  items: readonly object[],
  { nothing, pictures, strokes, strokesAt }: Drawn,
): Unseen | undefined {
  if (isGarbled(text)) return { why: "garbled", share: 1 };
  if (text.length < signsOnAPage) return nothing ? undefined : { why: "picture", share: 1 };
  const view = page.view as unknown as Area;
  const all = pictures.map((area) => within(view, area)).filter((area) => sizeOf(area) > 0);
  const seen = all.length > tilesAtMost ? [all.reduce(around)] : all;
  const bare = seen.filter((area) => lettersIn(area, items) < (sizeOf(area) / 1_000) * lettersOfScans);
  const share = bare.reduce((sum, area) => sum + sizeOf(area), 0) / Math.max(1, sizeOf(view));
  const large = bare.filter(
    ([left, bottom, right, top]) => right - left >= widest && top - bottom >= highest,
  );
  const areas = share >= togetherFrom && large.length === 0 ? [bare.reduce(around)] : [...large];
  if (strokes >= strokesOfWords && strokesAt) areas.push(within(view, strokesAt));
  if (areas.length === 0) return undefined;
  const strokesShare =
    strokes >= strokesOfWords && strokesAt ? sizeOf(within(view, strokesAt)) / sizeOf(view) : 0;
  return {
    why: "picture",
    areas: areas.length > picturesAtMost ? [areas.reduce(around)] : areas,
    share: Math.min(1, share + strokesShare),
  };
}

const sizeOf = ([left, bottom, right, top]: Area) => Math.max(0, right - left) * Math.max(0, top - bottom);
const within = (view: Area, [left, bottom, right, top]: Area): Area => [
  Math.max(view[0], left),
  Math.max(view[1], bottom),
  Math.min(view[2], right),
  Math.min(view[3], top),
];

function lettersIn([left, bottom, right, top]: Area, items: readonly object[]): number {
  let letters = 0;
  for (const item of items) {
    const { str = "", transform = [] } = item as { str?: string; transform?: readonly number[] };
    const [, , , , x = 0, y = 0] = transform;
    if (x >= left && x <= right && y >= bottom && y <= top) letters += str.trim().length;
  }
  return letters;
}
