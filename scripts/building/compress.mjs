import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const compressible = /\.(?:css|html|ico|js|json|mjs|svg|ttf|txt|wasm|webmanifest)$/;
/** Smaller files gain nothing, in bytes. */
const least = 1024;

/**
 * Writes each file that gains by it once more as `.gz` and `.br`, so that the server never compresses.
 * @param {string} folder
 */
export function compressFolder(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!compressible.test(name)) continue;
    const path = join(folder, name);
    const plain = readFileSync(path);
    if (plain.length < least) continue;
    writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
    writeFileSync(`${path}.br`, brotliCompressSync(plain, { params: size }));
  }
}
