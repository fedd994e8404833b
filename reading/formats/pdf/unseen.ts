import { type Area, around } from "./area.ts";
import type { Drawn } from "./drawn.ts";
import { isGarbled, isGarbledFont } from "./garbled.ts";

/** What of a page has to be looked at because no text layer tells what stands there. */
export interface Unseen {
  /** What the page has to be looked at for, or the first part of it. */
  readonly why: "picture" | "garbled";
  /** Parts of the page; all of it where it is left out. */
  readonly areas?: readonly UnseenArea[];
  /** Share of the page that they cover, 0 to 1. */
  readonly share: number;
}

export interface UnseenArea {
  readonly why: "picture" | "garbled";
  readonly at: Area;
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

/** Why a part of a page is lost, whatever looks at it: a picture came broken, or lies beyond the edges. */
export function lostOf(view: Area, { pictures, broken }: Drawn): "damaged" | "part" | undefined {
  const isLarge = ([left, bottom, right, top]: Area) => right - left >= widest && top - bottom >= highest;
  if (broken.some((area) => isLarge(within(view, area))) || shareOf(broken, view) >= togetherFrom)
    return "damaged";
  // A picture that lies beside the page altogether: the page was cropped, and whoever gets it can undo that.
  return pictures.some((area) => isLarge(area) && sizeOf(within(view, area)) === 0) ? "part" : undefined;
}

const shareOf = (areas: readonly Area[], view: Area) =>
  areas.reduce((sum, area) => sum + sizeOf(within(view, area)), 0) / Math.max(1, sizeOf(view));

/** What has to be looked at: all of the page, pictures and letters drawn as shapes, and what fonts give wrong. */
export function unseenOf(
  view: Area,
  text: string,
  items: readonly object[],
  { nothing, pictures, strokes, strokesAt }: Drawn,
): Unseen | undefined {
  if (isGarbled(text)) return { why: "garbled", share: 1 };
  if (text.length < signsOnAPage) return nothing ? undefined : { why: "picture", share: 1 };
  const all = pictures.map((area) => within(view, area)).filter((area) => sizeOf(area) > 0);
  const seen = all.length > tilesAtMost ? [all.reduce(around)] : all;
  const bare = seen.filter((area) => lettersIn(area, items) < (sizeOf(area) / 1_000) * lettersOfScans);
  const share = bare.reduce((sum, area) => sum + sizeOf(area), 0) / Math.max(1, sizeOf(view));
  const large = bare.filter(
    ([left, bottom, right, top]) => right - left >= widest && top - bottom >= highest,
  );
  const unseen = share >= togetherFrom && large.length === 0 ? [bare.reduce(around)] : [...large];
  const strokesAll = strokes >= strokesOfWords && strokesAt ? [within(view, strokesAt)] : [];
  unseen.push(...strokesAll);
  const garbled = garbledAreas(view, items).map((at): UnseenArea => ({ why: "garbled", at }));
  if (unseen.length + garbled.length === 0) return undefined;
  const together = unseen.length > picturesAtMost ? [unseen.reduce(around)] : unseen;
  return {
    why: garbled.length > 0 ? "garbled" : "picture",
    areas: [...together.map((at): UnseenArea => ({ why: "picture", at })), ...garbled],
    share: Math.min(1, share + shareOf(strokesAll, view)),
  };
}

/** Where letters stand of fonts that give others than they show: whole lines, since such a font gives wrong widths too. */
function garbledAreas(view: Area, items: readonly object[]): Area[] {
  const fonts = new Map<string, { text: string; area: Area | undefined }>();
  for (const item of items) {
    const { str = "", transform = [], height = 0, fontName = "" } = item as Partial<Run>;
    const font = fonts.get(fontName) ?? { text: "", area: undefined };
    const [, , , , , y = 0] = transform;
    font.text += `${str}\n`;
    if (str.trim() !== "") font.area = around(font.area, [view[0], y - height, view[2], y + height * 2]);
    fonts.set(fontName, font);
  }
  return [...fonts.values()].flatMap(({ text, area }) =>
    area && isGarbledFont(text) ? [within(view, area)] : [],
  );
}

interface Run {
  readonly str: string;
  readonly transform: readonly number[];
  readonly height: number;
  readonly fontName: string;
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
