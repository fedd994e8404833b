/**
 * Measures the detector on a labelled corpus by models that never saw a document's source: what is flagged by stratum, format
 * and kind with 95 % Wilson intervals, every miss, ten-digit junk, timing, and peers on the same texts.
 *
 *   npm run -s bench:detector -- --disputed FILE    judges anew what people said is no patient document (a log as the lead exports it)
 *   npm run -s bench:detector [-- --corpus FOLDER] [--json FILE] [--no-peers] [--eyes] [--presidio]
 *
 * The folder is ../shared/corpus, or what DETECTOR_CORPUS says; it holds `index.csv` (file, label, stratum, format, render,
 * repo). `--eyes` looks at pictures too and prints the tables once more: the same models, which learned from texts alone.
 * `--presidio` has Microsoft Presidio beside the other peers, where it is installed (detector/presidio.ts).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { eyesOfNode } from "../../scripts/detect/eyes.ts";
import { lookedAt, readCorpus, tableFrom } from "../../scripts/detector/corpus.ts";
import {
  type Judged,
  leaveSourcesOut,
  type Thresholds,
  thresholdsFor,
} from "../../scripts/detector/folds.ts";
import { isTaught } from "../../scripts/detector/table.ts";
import { printReplayed, replayed } from "./detector/disputed.ts";
import { junk } from "./detector/junk.ts";
import { compare } from "./detector/peers.ts";
import { by, outcomeOf, print, type Result, summary } from "./detector/tables.ts";
import { timing } from "./detector/timing.ts";

const { values: options } = parseArgs({
  options: {
    corpus: { type: "string" },
    json: { type: "string" },
    "no-peers": { type: "boolean" },
    eyes: { type: "boolean" },
    presidio: { type: "boolean" },
    disputed: { type: "string" },
  },
});
const usual = join(import.meta.dirname, "../../../shared/corpus");
const folder = resolve(options.corpus ?? process.env.DETECTOR_CORPUS ?? usual);
const junkCount = 100_000;

async function main(): Promise<void> {
  if (options.disputed) {
    printReplayed(replayed(readFileSync(options.disputed, "utf8")));
    return;
  }
  const corpus = await readCorpus(folder);
  if (!corpus) {
    console.log(`There is no corpus at ${folder}: nothing was measured.`);
    return;
  }
  const { samples } = tableFrom(corpus);
  const judged = leaveSourcesOut(samples);
  const thresholds = thresholdsFor(judged);
  console.log(
    `${judged.length} documents of ${new Set(judged.map(({ sample }) => sample.source)).size} sources, each judged by a model that never saw its source (learned from beside them: invented papers)`,
  );
  const tables = tablesOf(judged, thresholds);
  const eyes = options.eyes ? eyesOfNode() : undefined;
  let seen: ReturnType<typeof tablesOf> | undefined;
  if (eyes) {
    console.log("\nthe same with pictures looked at");
    seen = tablesOf(
      leaveSourcesOut(
        samples,
        tableFrom(await lookedAt(corpus, folder, eyes)).samples.filter((one) => !isTaught(one)),
      ),
      thresholds,
    );
  }
  const numbers = junk(junkCount);
  const documents = corpus.documents.filter((one) => !isTaught(one));
  const times = timing(documents);
  const peers = options["no-peers"] ? [] : await compare(documents, options.presidio === true);
  if (options.json)
    writeFileSync(
      options.json,
      `${JSON.stringify({ corpus: corpus.hash, thresholds, ...tables, eyes: seen, junk: numbers, times, peers }, null, 1)}\n`,
    );
}

/** Prints what became of all documents, and every miss. */
function tablesOf(judged: readonly Judged[], thresholds: Thresholds) {
  const results = judged.map((one): Result => ({ judged: one, outcome: outcomeOf(one, thresholds) }));
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
  return { ...tables, wrong: misses(results) };
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
