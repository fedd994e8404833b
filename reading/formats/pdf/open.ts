import { getDocument, PDFDataRangeTransport, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
// @ts-expect-error The package has no types for this half; nothing of it is called here.
import * as pdfWorker from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { type Budget, Unreadable } from "../../budget.ts";
import type { Eyes } from "../../pictures/eyes.ts";

// The detector is a worker already: PDF.js finds its other half here instead of starting a second worker.
Object.assign(globalThis, { pdfjsWorker: pdfWorker });

/** Hands PDF.js only those slices of the file that it asks for. */
class Slices extends PDFDataRangeTransport {
  readonly #file: Blob;

  constructor(file: Blob, head: Uint8Array) {
    super(file.size, head);
    this.#file = file;
  }

  override async requestDataRange(begin: number, end: number): Promise<void> {
    this.onDataRange(begin, new Uint8Array(await this.#file.slice(begin, end).arrayBuffer()));
  }
}

/**
 * Opens a PDF.
 *
 * @param eyes What pages are drawn with.
 * @param enableXfa Whether a form of Adobe's own kind takes the place of the pages.
 */
export async function opened(file: Blob, eyes: Eyes | undefined, enableXfa = false) {
  const head = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
  return getDocument({
    range: new Slices(file, head),
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa,
    // A page with a broken part is said to be damaged, not read without it.
    stopAtErrors: true,
    maxImageSize: 60_000_000,
    verbosity: VerbosityLevel.ERRORS,
    ...(eyes ? drawnWith(eyes) : { useWasm: false }),
  });
}

/** Canvas and decoders, which PDF.js would look for in a page. */
function drawnWith(eyes: Eyes): object {
  return {
    wasmUrl: "decoders/",
    BinaryDataFactory: class {
      fetch({ filename }: { filename: string }) {
        return eyes.decoder(filename);
      }
    },
    CanvasFactory: class {
      create(width: number, height: number) {
        const canvas = eyes.canvas(width, height);
        return { canvas, context: canvas.getContext("2d", { willReadFrequently: true }) };
      }
      reset({ canvas }: { canvas: { width: number; height: number } }, width: number, height: number) {
        canvas.width = width;
        canvas.height = height;
      }
      destroy({ canvas }: { canvas: { width: number; height: number } }) {
        canvas.width = 0;
        canvas.height = 0;
      }
    },
    FilterFactory: NoFilters,
  };
}

/** Filters are made of a page's elements, which a worker has none of: colours stay as they are. */
class NoFilters {
  addFilter = () => "none";
  addHCMFilter = () => "none";
  addAlphaFilter = () => "none";
  addLuminosityFilter = () => "none";
  addKnockoutFilter = () => "none";
  addHighlightHCMFilter = () => "none";
  addSelectionHCMFilter = () => "none";
  addSelectionFilter = () => "none";
  createSelectionStyle = () => null;
  destroy = () => undefined;
}

/** A promise, or `timed-out` when the budget ends first. */
export async function beforeTheEnd<T>(promise: Promise<T>, budget: Budget): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Unreadable("timed-out")), budget.left);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
  }
}
