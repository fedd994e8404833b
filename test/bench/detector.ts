/**
 * Measures the detector on a labelled corpus: recall, false alarms and speed, by stratum.
 *
 *   npm run -s bench:detector [-- FOLDER] [--files] [--why FILE]
 *
 * FOLDER holds `index.csv` with the columns file, label (patient or harmless), stratum and render.
 */
import { existsSync, openAsBlob, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { cellsOf } from "#domain/detector/columns";
import { judge } from "#domain/detector/judge";
import type { Verdict } from "#domain/detector/verdict";
import { read } from "#reading/read";
import { eyesOfNode } from "../../scripts/detect/eyes.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: "boolean" }, why: { type: "string" } },
});
const folder = resolve(positionals[0] ?? join(import.meta.dirname, "../../../shared/corpus"));

const eyes = eyesOfNode();

interface Result {
  readonly file: string;
  readonly label: string;
  readonly stratum: string;
  readonly render: string;
  readonly verdict: Verdict;
  readonly readFor: number;
  readonly judgedFor: number;
  readonly signs: number;
}

/** The index as rows by column name. */
function rowsOf(csv: string): Record<string, string>[] {
  const [heading = "", ...lines] = csv.trim().split(/\r?\n/);
  const names = heading.split(",");
  return lines.map((line) => {
    const cells = cellsOf(line, ",");
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ""]));
  });
}

async function measure({
  file = "",
  label = "",
  stratum = "",
  render = "",
}: Record<string, string>): Promise<Result> {
  const begun = performance.now();
  const reading = await read(await openAsBlob(join(folder, file)), { milliseconds: 30_000, eyes });
  const haveRead = performance.now();
  const verdict = judge(reading);
  if (options.why === file) explain(reading.text, verdict);
  const judgedFor = performance.now() - haveRead;
  return {
    file,
    label,
    stratum,
    render,
    verdict,
    readFor: haveRead - begun,
    judgedFor,
    signs: reading.text.length,
  };
}

/** For the one who tunes: each finding's words (of a public corpus) and its part. */
function explain(text: string, { findings, score, strength }: Verdict): void {
  for (const { kind, start, end, weight } of findings)
    console.log(weight.toFixed(2), kind, JSON.stringify(text.slice(start, Math.min(end, start + 90))));
  console.log(strength, score.toFixed(3));
}

/** 95 % Wilson interval of a share, in percent. */
function share(some: number, all: number): string {
  if (all === 0) return "-";
  const z = 1.96;
  const p = some / all;
  const middle = (p + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z / (1 + (z * z) / all)) * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all));
  const percent = (value: number) => (100 * value).toFixed(1);
  return `${percent(p)} % (${percent(Math.max(0, middle - half))} to ${percent(Math.min(1, middle + half))})`;
}

const count = (results: readonly Result[], ...strengths: string[]) =>
  results.filter(({ verdict }) => strengths.includes(verdict.strength)).length;

function line(name: string, results: readonly Result[]): void {
  const cells = ["strong", "weak", "none", "unreadable"].map((strength) =>
    String(count(results, strength)).padStart(5),
  );
  const strong = count(results, "strong");
  console.log(
    `${name.padEnd(26)}${String(results.length).padStart(4)}${cells.join(" ")}   strong ${share(strong, results.length)}`,
  );
}

function middle(values: readonly number[], part: number): string {
  const sorted = [...values].sort((one, other) => one - other);
  return (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
}

async function main(): Promise<void> {
  const index = join(folder, "index.csv");
  if (!existsSync(index)) {
    console.log(`No corpus at ${folder}: nothing was measured.`);
    return;
  }
  const results: Result[] = [];
  for (const row of rowsOf(readFileSync(index, "utf8"))) results.push(await measure(row));
  console.log(`${"".padEnd(26)}   n  strong weak none unreadable`);
  for (const stratum of [...new Set(results.map((result) => result.stratum))].sort())
    line(
      stratum,
      results.filter((result) => result.stratum === stratum),
    );
  summary(results);
  if (options.files)
    for (const { file, label, stratum, verdict } of results)
      if ((label === "patient") !== (verdict.strength === "strong") || verdict.score > 0.1)
        console.log(stratum, file, verdict.strength, verdict.unreadable ?? "", verdict.score.toFixed(3));
}

function summary(results: readonly Result[]): void {
  const harmless = results.filter(({ label }) => label === "harmless");
  const patient = results.filter(({ label }) => label === "patient");
  const plain = patient.filter(({ stratum }) => !stratum.startsWith("P3"));
  const withoutScans = plain.filter(({ render }) => render !== "scan");
  console.log();
  line("harmless", harmless);
  line("patient", patient);
  line("unstructured", plain);
  line("unstructured, no scans", withoutScans);
  line(
    "structured (P3)",
    patient.filter(({ stratum }) => stratum.startsWith("P3")),
  );
  const right = count(patient, "strong");
  const all = right + count(harmless, "strong");
  console.log(`\nprecision of strong        ${share(right, all)}`);
  console.log(
    `strong or weak, unstructured without scans ${share(count(withoutScans, "strong", "weak"), withoutScans.length)}`,
  );
  console.log(`strong or weak, harmless   ${share(count(harmless, "strong", "weak"), harmless.length)}`);
  const read = results.map(({ readFor }) => readFor);
  const judged = results.map(({ judgedFor }) => judgedFor);
  const signs = results.reduce((sum, result) => sum + result.signs, 0);
  const time = judged.reduce((sum, value) => sum + value, 0);
  console.log(
    `reading: median ${middle(read, 0.5)} ms, 95 % under ${middle(read, 0.95)} ms, longest ${middle(read, 1)} ms`,
  );
  console.log(
    `judging: median ${middle(judged, 0.5)} ms, longest ${middle(judged, 1)} ms, ${(signs / 1_000 / time).toFixed(2)} million signs a second`,
  );
}

await main();
