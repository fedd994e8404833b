import { createHash } from "node:crypto";
import { learnFrom } from "./fit.ts";
import { leaveSourcesOut, thresholdsFor } from "./folds.ts";
import type { Table } from "./table.ts";

const three = (value: number) => String(Math.round(value * 1_000) / 1_000);
/** Four digits: three can look like a constant of mathematics to the linter. */
const four = (value: number) => String(Math.round(value * 10_000) / 10_000);
const squash = (score: number) => 1 / (1 + Math.exp(-score));

/** The model's data file as text, formatted as the checks want it. The same table gives the same bytes. */
export function trainedText(table: Table): string {
  const { weights, bias } = learnFrom(table.samples);
  const { weak, strong } = thresholdsFor(leaveSourcesOut(table.samples));
  const count = (label: string) => table.samples.filter((sample) => sample.label === label).length;
  const lines = table.features.map((name, place) => {
    const key = /^[a-z]+$/.test(name) ? name : JSON.stringify(name);
    return `    ${key}: ${three(weights[place] ?? 0)},`;
  });
  const numbers = `${three(bias)} ${lines.join("")} ${four(squash(weak))} ${four(squash(strong))}`;
  const name = createHash("sha256").update(numbers).digest("hex").slice(0, 8);
  return `/**
 * Made by \`npm run train:detector\` from scripts/detector/features.table; never changed by hand. Ridge to the weights that
 * were set by hand, without chance (no seed). ${count("patient")} patients' documents and ${count("harmless")} harmless ones, invented ones among them (taught.txt); thresholds
 * by leaving one source out at a time.
 */
export const trained = {
  /** Of the numbers below. */
  version: "linear-${name}",
  /** SHA-256 of the corpus's index and the invented papers. */
  corpus: "${table.corpus}",
  bias: ${three(bias)},
  weights: {
${lines.join("\n")}
  },
  /** Squashed scores. */
  thresholds: { weak: ${four(squash(weak))}, strong: ${four(squash(strong))} },
} as const;
`;
}
