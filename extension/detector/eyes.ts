import cym from "@tesseract.js-data/cym/4.0.0_best_int/cym.traineddata.gz?url";
import eng from "@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz?url";
import jbig2 from "pdfjs-dist/wasm/jbig2.wasm?url";
import openjpeg from "pdfjs-dist/wasm/openjpeg.wasm?url";
import wasm from "tesseract.js-core/tesseract-core-simd-lstm.wasm?url";
import type { Canvas, Eyes } from "#reading/pictures/eyes";

/** Everything comes out of the extension's own package: nothing is asked of the network. */
const bytesOf = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

const decoders: Readonly<Record<string, string>> = { "jbig2.wasm": jbig2, "openjpeg.wasm": openjpeg };

/** What pictures are looked at with in a browser's worker. Its program and letters are loaded when a picture comes. */
export const eyes: Eyes = {
  engine: async () => {
    const core = await import("tesseract.js-core/tesseract-core-simd-lstm.js");
    const [program, english, welsh] = await Promise.all([bytesOf(wasm), bytesOf(eng), bytesOf(cym)]);
    return { start: core.default, wasm: program, letters: { eng: english, cym: welsh } };
  },
  canvas: (width, height) => new OffscreenCanvas(width, height) as unknown as Canvas,
  unpack: async (picture) => {
    const image = await createImageBitmap(picture);
    const { width, height } = image;
    return { width, height, draw: (context, wide, high) => context.drawImage(image, 0, 0, wide, high) };
  },
  decoder: async (name) => {
    const url = decoders[name];
    if (url === undefined) throw new Error("no such decoder");
    return bytesOf(url);
  },
};
