import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";

/** Bundles the gallery of the guard's surfaces into one script, with the style sheets that it imports as text. */
export async function galleryScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "../../fixtures/mail/gallery.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    plugins: [
      {
        name: "inline-styles",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\.css\?inline$/ }, ({ path, importer }) => ({
            path: join(dirname(importer), path.replace("?inline", "")),
            namespace: "inline",
          }));
          onLoad({ filter: /.*/, namespace: "inline" }, ({ path }) => ({
            contents: readFileSync(path, "utf8"),
            loader: "text",
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}
