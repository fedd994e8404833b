import { ImageKind, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A picture as PDF.js unpacked it. */
interface Unpacked {
  readonly width?: number;
  readonly height?: number;
  readonly kind?: number;
  readonly data?: ArrayLike<number>;
}

/** Share of a picture's rows that are all black, or all of the middle grey of a JPEG, at its end from which its data were cut short. */
const emptyFrom = 0.1;
/** Points of a picture that is looked at for that; a smaller one is a colour, or a line. */
const pointsAtLeast = 10_000;

/**
 * Whether a picture of a page came out of its file: PDF.js draws one that it can't unpack as nothing, and what is missing of
 * one that was cut short as black or grey. Both are known only from what the picture resolved to.
 *
 * @param picture - What the operation that draws it names: an id under which it comes later, or the picture itself.
 */
export async function isUnpacked(page: PDFPageProxy, picture: unknown): Promise<boolean> {
  const one = typeof picture === "string" ? await resolved(page, picture) : picture;
  return typeof one === "object" && one !== null && !isCutShort(one as Unpacked);
}

const resolved = (page: PDFPageProxy, id: string): Promise<unknown> =>
  new Promise((resolve) => {
    // Pictures that several pages share are the document's.
    const objects = id.startsWith("g_") ? page.commonObjs : page.objs;
    objects.get(id, resolve, () => resolve(undefined));
  });

function isCutShort({ width = 0, height = 0, kind, data }: Unpacked): boolean {
  if (!data) return false;
  const row =
    kind === ImageKind.RGB_24BPP ? width * 3 : kind === ImageKind.RGBA_32BPP ? width * 4 : (width + 7) >> 3;
  if (data.length < row * height) return true;
  // Where points have a share of cover, those that are covered by nothing are zeros too; a mask has rows of nothing.
  if (kind !== ImageKind.GRAYSCALE_1BPP && kind !== ImageKind.RGB_24BPP) return false;
  if (width * height < pointsAtLeast) return false;
  const end = row * height;
  const last = data[end - 1] ?? 0;
  if (last !== 0 && (last < 127 || last > 129)) return false;
  let at = end;
  while (at > 0 && data[at - 1] === last) at--;
  return end - at >= end * emptyFrom;
}
