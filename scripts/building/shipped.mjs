import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The package that a file lies in: its folder, nested ones too. */
const folderOf = /^(?:.*[\\/])?node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/**
 * A Vite plugin that writes down which packages a build really put into its files: scripts, styles and fonts. Several
 * builds of one process, as WXT's, are written together.
 *
 * @param {string | undefined} file where the folders of the packages go, as a list in JSON; nowhere where there is none
 */
export function shippedPackages(file) {
  /** @type {Set<string>} */
  const folders = new Set();
  let base = "";
  /** @param {string} id */
  const add = (id) => {
    const folder = id.replace(/^\0|\?.*$/g, "").match(folderOf)?.[0];
    if (folder) folders.add(resolve(base, folder));
  };
  return {
    name: "chaperone:shipped-packages",
    /** @param {{ root: string }} config */
    configResolved({ root }) {
      base = root;
    },
    /**
     * @param {unknown} _options
     * @param {Record<string, { type: string, modules?: Record<string, { renderedLength: number }>, originalFileNames?: string[] }>} bundle
     */
    generateBundle(_options, bundle) {
      for (const { modules = {}, originalFileNames = [] } of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(modules)) if (renderedLength > 0) add(id);
        for (const name of originalFileNames) add(name);
      }
      if (file === undefined) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify([...folders].sort()));
    },
  };
}

/**
 * The same of a bundle by esbuild.
 *
 * @param {string} metafile as esbuild wrote it
 * @returns {string[]} folders of packages, relative to where it ran
 */
export function shippedByEsbuild(metafile) {
  const { outputs } = JSON.parse(readFileSync(metafile, "utf8"));
  /** @type {Set<string>} */
  const folders = new Set();
  for (const { inputs } of Object.values(outputs)) {
    for (const [id, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = bytesInOutput > 0 && id.match(folderOf)?.[0];
      if (folder) folders.add(folder);
    }
  }
  return [...folders].sort();
}
/** How core-js, within pdf.js, asks for the global object where nothing else gives it: in no browser that we run in. */
const asked = /\|\|\s*Function\(\s*(['"])return this\1\s*\)\(\)/g;

/**
 * A Vite plugin that takes out the one place where a package of ours would make code of a text. The page's policy forbids it
 * at any rate; without it whoever reads the build finds none.
 */
export function noFunction() {
  return {
    name: "chaperone:no-function",
    /**
     * @param {string} code
     * @param {string} id
     */
    transform(code, id) {
      if (!/[\\/]pdfjs-dist[\\/]/.test(id) || !asked.test(code)) return undefined;
      return { code: code.replace(asked, ""), map: null };
    },
  };
}

/** A source within the policy's tables: one string, on its line or the next. */
const said = /\bsource:\s*(?:"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.)*`|'(?:[^'\\\n]|\\.)*')/g;

/**
 * A Vite plugin that takes the sources out of the policy's numbers. Nothing of the extension shows them, and each content
 * script that needs one number carries the table.
 */
export function withoutSources() {
  return {
    name: "chaperone:policy-without-sources",
    /**
     * @param {string} code
     * @param {string} id
     */
    transform(code, id) {
      if (!/[\\/]domain[\\/]policy(?:-of-[a-z]+)?\.ts$/.test(id)) return undefined;
      return { code: code.replace(said, 'source: ""'), map: null };
    },
  };
}
