/**
 * Trains the detector's model and writes it with the table of features that it was made from.
 *
 *   npm run train:detector [-- --corpus FOLDER]   reads the corpus (../shared/corpus unless said), writes table and model
 *   npm run train:detector -- --from-table        trains again from the table in the repository: the same bytes
 *
 * There is no chance in it, and so no seed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readCorpus, tableFrom } from "./corpus.ts";
import { tableOf, tableText } from "./table.ts";
import { trainedText } from "./trained-text.ts";

const root = join(import.meta.dirname, "../..");
const tableFile = join(import.meta.dirname, "features.table");
const modelFile = join(root, "domain/detector/trained.ts");

const { values } = parseArgs({
  options: { corpus: { type: "string" }, "from-table": { type: "boolean" } },
});

if (!values["from-table"]) {
  const folder = resolve(values.corpus ?? process.env.DETECTOR_CORPUS ?? join(root, "../shared/corpus"));
  const corpus = await readCorpus(folder);
  if (!corpus) {
    console.error(`There is no corpus at ${folder}: nothing was trained.`);
    process.exit(1);
  }
  writeFileSync(tableFile, tableText(tableFrom(corpus)));
}
writeFileSync(modelFile, trainedText(tableOf(readFileSync(tableFile, "utf8"))));
console.log("domain/detector/trained.ts is written");
process.exit(0);
