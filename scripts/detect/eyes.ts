import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Canvas, CanvasContext, Eyes } from "#reading/pictures/eyes";

const packages = createRequire(import.meta.url);
const bytesOf = (path: string) => new Uint8Array(readFileSync(packages.resolve(path)));

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
    canvas = packages("@napi-rs/canvas");
  } catch {
    return undefined;
  }
  return {
    engine: async () => ({
      start: packages("tesseract.js-core/tesseract-core-simd-lstm.js"),
      wasm: bytesOf("tesseract.js-core/tesseract-core-simd-lstm.wasm"),
      letters: {
        eng: bytesOf("@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz"),
        cym: bytesOf("@tesseract.js-data/cym/4.0.0_best_int/cym.traineddata.gz"),
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
    decoder: async (name) => bytesOf(`pdfjs-dist/wasm/${name}`),
  };
}
