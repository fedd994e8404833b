import { AnnotationMode, OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

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

/**
 * Whether a page draws nothing in which words could stand: no picture, no curve, no slanted line; only what a clip, a
 * background, a rule or an empty table needs. A page whose letters are drawn as shapes is not taken for an empty one.
 */
export async function drawsNoWords(page: PDFPageProxy): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  let lines = 0;
  return fnArray.every((operation, at) => {
    if (unseen.has(operation)) return true;
    if (operation !== OPS.constructPath) return false;
    const [painted, [path]] = argsArray[at] as [number, [ArrayLike<number> | null]];
    if (painted === OPS.endPath || path === null) return true;
    lines += straightLines(path);
    return lines <= linesAtMost;
  });
}

/** PDF.js writes a path as numbers: what is done, then the points it takes. */
const path = { moveTo: 0, lineTo: 1, closePath: 4 } as const;

/** How many lines a path has whose lines all run along the page's edges; no bound for any other path. */
function straightLines(numbers: ArrayLike<number>): number {
  let lines = 0;
  let from = { x: 0, y: 0 };
  let start = from;
  for (let at = 0; at < numbers.length; ) {
    const step = numbers[at++];
    if (step !== path.moveTo && step !== path.lineTo && step !== path.closePath)
      return Number.POSITIVE_INFINITY;
    const to =
      step === path.closePath ? start : { x: numbers[at++] ?? Number.NaN, y: numbers[at++] ?? Number.NaN };
    if (step === path.moveTo) start = to;
    else if (to.x === from.x || to.y === from.y) lines++;
    else return Number.POSITIVE_INFINITY;
    from = to;
  }
  return lines;
}
