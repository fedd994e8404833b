import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Canvas, CanvasContext, Eyes } from "#reading/pictures/eyes";

const require = createRequire(import.meta.url);
const bytesOf = (file: string) => new Uint8Array(readFileSync(file));

/** Decoders of pictures in a PDF. */
const decoders = {
  "jbig2.wasm": require.resolve("pdfjs-dist/wasm/jbig2.wasm"),
  "openjpeg.wasm": require.resolve("pdfjs-dist/wasm/openjpeg.wasm"),
};

/** What of `@napi-rs/canvas` is used. */
interface CanvasPackage {
  createCanvas(width: number, height: number): Canvas;
  loadImage(bytes: Uint8Array): Promise<{ readonly width: number; readonly height: number }>;
}

/**
 * What pictures are looked at with in Node; undefined where this machine has no canvas (it comes with the packages for
 * Linux, macOS and Windows, and is optional).
 */
export function eyesOfNode(): Eyes | undefined {
  let canvas: CanvasPackage;
  try {
    canvas = require("@napi-rs/canvas");
  } catch {
    return undefined;
  }
  return {
    engine: async () => ({
      start: require("tesseract.js-core/tesseract-core-simd-lstm.js"),
      wasm: bytesOf(require.resolve("tesseract.js-core/tesseract-core-simd-lstm.wasm")),
      letters: {
        eng: bytesOf(require.resolve("@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz")),
        cym: bytesOf(require.resolve("@tesseract.js-data/cym/4.0.0_best_int/cym.traineddata.gz")),
      },
    }),
    canvas: (width, height) => canvas.createCanvas(width, height),
    unpack: async (picture) => {
      const image = await canvas.loadImage(new Uint8Array(await picture.arrayBuffer()));
      const { width, height } = image;
      return {
        width,
        height,
        draw: (context: CanvasContext, wide, high) => context.drawImage(image, 0, 0, wide, high),
      };
    },
    decoder: async (name) => {
      const file = Object.entries(decoders).find(([known]) => known === name)?.[1];
      if (file === undefined) throw new Error(`no decoder ${name}`);
      return bytesOf(file);
    },
  };
}
