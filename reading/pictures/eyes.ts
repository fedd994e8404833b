/** A picture as shades of grey, a byte a point, row by row from the upper left: 0 is black. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

/** Part of a picture, in points from its upper left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A canvas as far as it is used here: `OffscreenCanvas` in a browser's worker, that of `@napi-rs/canvas` in Node. */
export interface Canvas {
  width: number;
  height: number;
  getContext(kind: "2d", options?: unknown): CanvasContext | null;
}

export interface CanvasContext {
  fillStyle: unknown;
  fillRect(left: number, top: number, width: number, height: number): void;
  // biome-ignore lint/suspicious/noExplicitAny: each kind of canvas draws its own kind of pictures.
  drawImage(picture: any, left: number, top: number, width: number, height: number): void;
  getImageData(
    left: number,
    top: number,
    width: number,
    height: number,
  ): { readonly data: ArrayLike<number> };
}

/** A picture that was unpacked, upright as its EXIF data say. */
export interface Unpacked {
  readonly width: number;
  readonly height: number;
  draw(context: CanvasContext, width: number, height: number): void;
}

/** What of `tesseract.js-core` is used. */
export interface Tesseract {
  readonly FS: { writeFile(name: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => TesseractApi;
}

export interface TesseractApi {
  Init(folder: null, languages: string, engine: number): number;
  SetVariable(name: string, value: string): void;
  SetImageFile(exif: number, angle: number): number;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
}

/** The recogniser's program, and the letters of its languages. */
export interface Engine {
  readonly start: (options: Record<string, unknown>) => Promise<Tesseract>;
  readonly wasm: Uint8Array;
  /** Traineddata by language, packed by gzip. */
  readonly letters: Readonly<Record<string, Uint8Array>>;
}

/** What pictures are looked at with. Whoever reads without it learns that pictures were not looked at. */
export interface Eyes {
  engine(): Promise<Engine>;
  canvas(width: number, height: number): Canvas;
  unpack(picture: Blob): Promise<Unpacked>;
  /** A decoder that PDF.js asks for by its file name (JBIG2 and fax, JPEG 2000). */
  decoder(name: string): Promise<Uint8Array>;
}
