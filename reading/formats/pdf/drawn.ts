import { AnnotationMode, OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Unreadable } from "../../budget.ts";
import { type Area, around, type Matrix, placed, times, whole } from "./area.ts";
import { segmentsOf } from "./segments.ts";
import { isUnpacked } from "./unpacked.ts";

/** What sets the pen, the place or the clip, and leaves no mark. A pattern isn't here: it can be tiled with pictures. */
const unseen: ReadonlySet<number> = new Set([
  OPS.dependency,
  OPS.save,
  OPS.restore,
  OPS.transform,
  OPS.setGState,
  OPS.setLineWidth,
  OPS.setLineCap,
  OPS.setLineJoin,
  OPS.setMiterLimit,
  OPS.setDash,
  OPS.setRenderingIntent,
  OPS.setFlatness,
  OPS.clip,
  OPS.eoClip,
  OPS.endPath,
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
  OPS.endMarkedContent,
  OPS.beginCompat,
  OPS.endCompat,
  OPS.beginText,
  OPS.endText,
  OPS.setFont,
  OPS.setCharSpacing,
  OPS.setWordSpacing,
  OPS.setHScale,
  OPS.setLeading,
  OPS.setTextRenderingMode,
  OPS.setTextRise,
  OPS.moveText,
  OPS.setLeadingMoveText,
  OPS.setTextMatrix,
  OPS.nextLine,
  OPS.setStrokeColorSpace,
  OPS.setFillColorSpace,
  OPS.setStrokeColor,
  OPS.setFillColor,
  OPS.setStrokeGray,
  OPS.setFillGray,
  OPS.setStrokeRGBColor,
  OPS.setFillRGBColor,
  OPS.setStrokeCMYKColor,
  OPS.setFillCMYKColor,
]);

/** Lines and boxes on a page that still pass as a frame or an empty table; what draws more could draw letters of them. */
const linesAtMost = 1_000;

/** What a page draws beside the words of its text layer. */
export interface Drawn {
  /** Nothing in which words could stand: only what a clip, a background, a rule or an empty table needs. */
  readonly nothing: boolean;
  readonly pictures: readonly Area[];
  /** Pictures that didn’t come out of the file whole, and are drawn as nothing or black. */
  readonly broken: readonly Area[];
  /** Every word that is drawn, beyond the page’s edges and in patterns too; remarks aside. */
  readonly words: string;
  /** Curves and slanted lines, as letters drawn as shapes have by the dozen, and where they stand. */
  readonly strokes: number;
  readonly strokesAt: Area | undefined;
  /** Words of stamps and other remarks, which are no part of the text layer. */
  readonly stamped: string;
}

/** Whether the last piece of what a page draws has come: of one that breaks PDF.js answers what it had, as if it were all. */
function endOf(page: PDFPageProxy): () => boolean {
  const inner = page as unknown as { _renderPageChunk(piece: { lastChunk: boolean }, state: unknown): void };
  const take = inner._renderPageChunk.bind(page);
  let ended = false;
  inner._renderPageChunk = (piece, state) => {
    ended ||= piece.lastChunk;
    take(piece, state);
  };
  return () => ended;
}

/** Goes through what a page draws, with the place of each picture. */
export async function drawnOn(page: PDFPageProxy): Promise<Drawn> {
  const ended = endOf(page);
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE });
  if (!ended()) throw new Unreadable("damaged");
  const view = page.view as unknown as Area;
  const outer: Matrix[] = [];
  const pictures: Area[] = [];
  const named: { readonly area: Area; readonly picture: unknown }[] = [];
  const stamped: string[] = [];
  const words: string[] = [];
  let matrix = whole;
  let nothing = true;
  let lines = 0;
  let strokes = 0;
  let strokesAt: Area | undefined;
  let remarks = 0;
  fnArray.forEach((operation, at) => {
    // biome-ignore lint/suspicious/noExplicitAny: each operation has its own arguments.
    const args = (argsArray[at] ?? []) as any[];
    if (operation === OPS.save) outer.push(matrix);
    else if (operation === OPS.restore) matrix = outer.pop() ?? whole;
    else if (operation === OPS.transform) matrix = times(matrix, args);
    else if (operation === OPS.paintFormXObjectBegin) {
      outer.push(matrix);
      if (args[0]) matrix = times(matrix, args[0]);
    } else if (operation === OPS.paintFormXObjectEnd) matrix = outer.pop() ?? whole;
    else if (operation === OPS.beginAnnotation) {
      remarks++;
      outer.push(matrix);
      for (const one of [args[2], args[3]]) if (one) matrix = times(matrix, one);
    } else if (operation === OPS.endAnnotation) {
      remarks--;
      matrix = outer.pop() ?? whole;
    } else if (operation === OPS.showText) (remarks > 0 ? stamped : words).push(glyphsOf(args[0]));
    else if (operation === OPS.constructPath) {
      const [painted, [path], box] = args as [number, [ArrayLike<number> | null], ArrayLike<number> | null];
      if (painted === OPS.endPath || !path) return;
      const seen = segmentsOf(path);
      lines += seen.straight;
      if (seen.other > 0) {
        nothing = false;
        strokes += seen.other;
        if (box)
          strokesAt = around(strokesAt, placed(matrix, box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0));
      }
    } else if (single.has(operation)) {
      const area = placed(matrix, 0, 0, 1, 1);
      pictures.push(area);
      named.push({ area, picture: operation === OPS.paintImageMaskXObject ? dataOf(args[0]) : args[0] });
    } else if (operation === OPS.paintImageXObjectRepeat) {
      const [, wide = 1, high = 1, places = []] = args as [string, number, number, ArrayLike<number>];
      for (let place = 0; place + 1 < places.length; place += 2)
        pictures.push(
          placed(times(matrix, [wide, 0, 0, high, places[place] ?? 0, places[place + 1] ?? 0]), 0, 0, 1, 1),
        );
    } else if (several.has(operation)) pictures.push(view);
    else if (operation === OPS.setFillColorN) {
      if (holdsPictures(args)) pictures.push(view);
      words.push(...wordsIn(args));
    }
    if (!unseen.has(operation) && operation !== OPS.constructPath) nothing = false;
  });
  if (lines > linesAtMost) nothing = false;
  const broken: Area[] = [];
  for (const { area, picture } of named) if (!(await isUnpacked(page, picture))) broken.push(area);
  return {
    nothing,
    pictures,
    broken,
    strokes,
    strokesAt,
    stamped: stamped.join("\n"),
    words: words.join("\n"),
  };
}

/** A mask names its points by an id, or holds them itself. */
const dataOf = (mask: unknown): unknown => {
  const { data } = (mask ?? {}) as { data?: unknown };
  return typeof data === "string" ? data : mask;
};

/** One picture in the unit square, and several at once. */
const single: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);
const several: ReadonlySet<number> = new Set([
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
]);

/** Whether a pattern is tiled with pictures: its own operations are among its arguments. */
const holdsPictures = (args: readonly unknown[]) =>
  listsIn(args).some(({ fnArray }) =>
    fnArray.some((operation) => single.has(operation) || several.has(operation)),
  );

interface Operations {
  readonly fnArray: readonly number[];
  readonly argsArray?: readonly (readonly unknown[] | null)[];
}
const listsIn = (args: readonly unknown[]) =>
  args.filter((one): one is Operations => Array.isArray((one as Operations | null)?.fnArray));

const wordsIn = (args: readonly unknown[]) =>
  listsIn(args).flatMap(({ fnArray, argsArray = [] }) =>
    fnArray.flatMap((operation, at) =>
      operation === OPS.showText ? [glyphsOf(argsArray[at]?.[0] as Glyphs)] : [],
    ),
  );

type Glyphs = readonly ({ unicode?: string } | number)[] | undefined;
/** Room between glyphs, in thousandths of their size, from which it divides words. */
const wordGap = 200;

const glyphsOf = (glyphs: Glyphs): string =>
  (glyphs ?? [])
    .map((glyph) => (typeof glyph === "number" ? (glyph <= -wordGap ? " " : "") : (glyph.unicode ?? "")))
    .join("");
