import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import adapter from "@sveltejs/adapter-static";
import { sveltekit } from "@sveltejs/kit/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { shippedPackages } from "../scripts/building/shipped.mjs";
import { firstScreen } from "./first-screen.config.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(here("../package.json"), "utf8")) as { version: string };

// A build started inside a test run would inherit its NODE_ENV, and carry the frameworks' development warnings.
if (process.argv.includes("build")) process.env.NODE_ENV = "production";

const first = firstScreen(here("."));
const shipped = shippedPackages(process.env.CHAPERONE_SHIPPED);

export default defineConfig({
  root: here("."),
  // Fonts under the limit would become data: URLs, which the policy below refuses.
  build: { assetsInlineLimit: 0 },
  worker: { format: "es", plugins: () => [shipped] },
  plugins: [
    tailwindcss(),
    first.plugin,
    shipped,
    sveltekit({
      // Absolute: a relative path resolves against the working directory, and the adapter empties it first.
      adapter: adapter({
        pages: process.env.CHAPERONE_DIST ?? here("../dist/dashboard"),
        fallback: "index.html",
      }),
      paths: { relative: false },
      version: { name: version },
      // What a meta element can't say (frame-ancestors) the server says in its header.
      csp: {
        mode: "hash",
        directives: {
          "default-src": ["none"],
          "script-src": ["self"],
          "style-src": ["self"],
          "style-src-attr": ["unsafe-inline"],
          "img-src": ["self", "data:", "blob:"],
          "font-src": ["self"],
          "connect-src": ["self"],
          "form-action": ["self"],
          "base-uri": ["none"],
          "require-trusted-types-for": ["script"],
          "trusted-types": ["svelte-trusted-html", "sveltekit-trusted-url", "chaperone-worker"],
        },
      },
    }),
  ],
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: first.groups } } } } },
  },
  server: { proxy: { "/api": process.env.CHAPERONE_API ?? "http://127.0.0.1:8090" } },
});
