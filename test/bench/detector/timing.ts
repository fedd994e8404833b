import { judge } from "#domain/detector/judge";
import { recognisers } from "#domain/detector/recognisers";
import type { Document } from "../../../scripts/detector/corpus.ts";
import { under } from "./share.ts";

const reading = (text: string) => ({
  text,
  format: "text",
  read: { unit: "byte" as const, done: text.length, of: text.length },
});
const pastedLength = 10_000;
const rounds = 200;

/** How long judging takes: on pasted text, on the corpus as a whole, and by recogniser. */
export function timing(documents: readonly Document[]) {
  const texts = documents.map((one) => one.reading.text).filter((text) => text.length > 0);
  const letters = documents
    .filter(({ stratum }) => /^(?:P1|P2|P5|H2|H3)/.test(stratum))
    .map((one) => one.reading.text);
  const pasted = letters.join("\n").slice(0, pastedLength * 20);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = (round * 997) % (pasted.length - pastedLength);
    const text = pasted.slice(from, from + pastedLength);
    const begun = performance.now();
    judge(reading(text));
    times.push(performance.now() - begun);
  }
  const begun = performance.now();
  for (const text of texts) judge(reading(text));
  const seconds = (performance.now() - begun) / 1_000;
  const signs = texts.reduce((sum, text) => sum + text.length, 0);
  const speed = signs / 1e6 / seconds;
  const slowest = slowestRecognisers(texts);
  const readFor = documents.map((one) => one.readFor);
  console.log(
    `\njudging 10 kB of pasted text  median ${under(times, 0.5).toFixed(1)} ms, 95 % under ${under(times, 0.95).toFixed(1)} ms`,
  );
  console.log(`judging the whole corpus      ${speed.toFixed(2)} million signs a second`);
  console.log(
    `reading a file                median ${under(readFor, 0.5).toFixed(1)} ms, 95 % under ${under(readFor, 0.95).toFixed(1)} ms`,
  );
  console.log(
    `slowest recognisers           ${slowest.map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`).join(", ")}`,
  );
  return { pasted: { median: under(times, 0.5), p95: under(times, 0.95) }, speed, slowest };
}

function slowestRecognisers(texts: readonly string[]): readonly (readonly [name: string, ms: number])[] {
  const some = texts.map((text) => text.slice(0, 24_000));
  const times = recognisers.map(({ name, see }) => {
    const begun = performance.now();
    for (const text of some) for (const _ of see({ text, heading: "" }));
    return [name, performance.now() - begun] as const;
  });
  return times.sort(([, one], [, other]) => other - one).slice(0, 8);
}
