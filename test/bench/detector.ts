/**
 * Measures the detector on a labelled corpus by models that never saw a document's source: what is flagged by stratum, format
 * and kind with 95 % Wilson intervals, every miss, ten-digit junk, timing, and peers on the same texts.
 *
 *   npm run -s bench:detector [-- --corpus FOLDER] [--json FILE] [--no-peers]
 *
 * The folder is ../shared/corpus, or what DETECTOR_CORPUS says; it holds `index.csv` (file, label, stratum, format, render,
 * repo).
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readCorpus, tableFrom } from "../../scripts/detector/corpus.ts";
import { leaveSourcesOut, thresholdsFor } from "../../scripts/detector/folds.ts";
import { junk } from "./detector/junk.ts";
import { compare } from "./detector/peers.ts";
import { by, outcomeOf, print, type Result, summary } from "./detector/tables.ts";
import { timing } from "./detector/timing.ts";

const { values: options } = parseArgs({
  options: {
    corpus: { type: "string" },
    json: { type: "string" },
    "no-peers": { type: "boolean" },
  },
});
const usual = join(import.meta.dirname, "../../../shared/corpus");
const folder = resolve(options.corpus ?? process.env.DETECTOR_CORPUS ?? usual);
const junkCount = 100_000;

async function main(): Promise<void> {
  const corpus = await readCorpus(folder);
  if (!corpus) {
    console.log(`There is no corpus at ${folder}: nothing was measured.`);
    return;
  }
  const { samples } = tableFrom(corpus);
  const judged = leaveSourcesOut(samples);
  const thresholds = thresholdsFor(judged);
  const results = judged.map((one): Result => ({ judged: one, outcome: outcomeOf(one, thresholds) }));
  console.log(
    `${samples.length} documents of ${new Set(samples.map(({ source }) => source)).size} sources, each judged by a model that never saw its source`,
  );
  const tables = {
    goals: summary(results),
    strata: by(results, ({ judged: { sample } }) => sample.stratum),
    formats: by(
      results,
      ({ judged: { sample } }) => `${sample.label} ${sample.format}${sample.scan ? " (scan)" : ""}`,
    ),
  };
  print("goals", tables.goals);
  print("by stratum", tables.strata);
  print("by format", tables.formats);
  const wrong = misses(results);
  const numbers = junk(junkCount);
  const times = timing(corpus.documents);
  const peers = options["no-peers"] ? [] : await compare(corpus.documents);
  if (options.json)
    writeFileSync(
      options.json,
      `${JSON.stringify({ corpus: corpus.hash, thresholds, ...tables, wrong, junk: numbers, times, peers }, null, 1)}\n`,
    );
}

/** Every document that was judged otherwise than its label says, by kind. */
function misses(results: readonly Result[]) {
  const wrong = results
    .filter(({ judged, outcome }) =>
      judged.sample.label === "patient" ? outcome !== "strong" : outcome === "strong" || outcome === "weak",
    )
    .map(({ judged: { sample, score }, outcome }) => ({
      id: sample.id,
      stratum: sample.stratum,
      format: sample.format,
      outcome,
      score: Number.isFinite(score) ? Math.round(score * 100) / 100 : null,
    }))
    .sort((one, other) => one.stratum.localeCompare(other.stratum) || one.id.localeCompare(other.id));
  console.log("\npatients' documents that are not strong, and harmless ones that are flagged");
  for (const { stratum, id, format, outcome, score } of wrong)
    console.log(
      `${stratum.padEnd(22)}${id} ${format.padEnd(6)}${outcome.padEnd(11)}${score ?? "nothing was read"}`,
    );
  return wrong;
}

await main();
process.exit(0);
