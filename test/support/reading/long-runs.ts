import { read } from "../../../reading/read.ts";

/**
 * Reads texts with runs of megabytes and prints as JSON what was said of each. It runs in a process of its own, with V8's
 * `--no-regexp-optimization`: a process that holds many patterns comes to that by itself, and there a greedy loop over such
 * a run throws. What was thrown is called damaged.
 */
const signs = 6_000_000;
const run = (unit: string) => unit.repeat(Math.floor(signs / unit.length));
const texts: Readonly<Record<string, string>> = {
  "digits of sixteen": run("a1"),
  "signs as in mail": run("=3D"),
  "signs as in addresses": run("%41"),
  "blanks of a page": `<!doctype html><p>${run(" ")}x</p>`,
  "blanks of XML": `<?xml version="1.0"?><a>${run(" ")}x</a>`,
  "blanks of a tag": `<?xml version="1.0"?><a${run(" ")}b="c">x</a>`,
  "a picture of rich text": `{\\rtf1 x{\\pict\\pngblip ${run("a1")}}}`,
};
const told: Record<string, string | undefined> = {};
for (const [name, text] of Object.entries(texts))
  told[name] = (await read(new Blob([text]), { milliseconds: 60_000 })).unreadable ?? "whole";
console.log(JSON.stringify(told));
