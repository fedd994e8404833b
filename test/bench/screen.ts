/**
 * Measures the screen of sentences: what it misses of each community's names, and which harmless sentences it refuses.
 *
 *   npm run -s bench:screen [-- --json FILE] [--all] [--names names-second.txt]
 *
 * The sentences are invented and stand in no test. The first list of names was looked at while the rules were made, the
 * second was written afterwards. `--all` prints every miss. It also says what the words of the screen cost
 * in memory where they are loaded.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { share, wilson } from "./detector/share.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    all: { type: "boolean" },
    names: { type: "string", default: "names.txt" },
  },
});
const linesOf = (file: string) =>
  readFileSync(join(import.meta.dirname, "screen", file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));

const heapBefore = usedNow();
const { namesAPatient } = await import("#domain/detector/screen");
const { isOrdinary } = await import("#domain/detector/ordinary-word");
const { learnWords } = await import("#domain/detector/screening/learned");
learnWords(isOrdinary);
const { plainName } = await import("#domain/detector/words/plain-name");
namesAPatient("a first sentence makes the lists, Ada Moss");
const words = (usedNow() - heapBefore) / 1e6;

/** Bytes of JavaScript's memory that are held. */
function usedNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const templates = linesOf("templates.txt");

interface Community {
  readonly community: string;
  readonly sentences: number;
  readonly missed: readonly string[];
}

/** Each name in every third template, so that each community has each template as often. */
function measure(line: string): Community {
  const [community = "", people = ""] = line.split(": ");
  const sentences = people.split("; ").flatMap((person, place) => {
    const [given = "", ...rest] = person.trim().split(" ");
    const surname = rest.join(" ");
    return templates
      .filter((_, at) => (at + place) % 3 === 0)
      .map((template) =>
        template
          .replace("{G}", given)
          .replace("{S}", surname)
          .replace("{g}", plainName(given))
          .replace("{s}", rest.map(plainName).join(" ")),
      );
  });
  const missed = sentences.filter((sentence) => !namesAPatient(sentence));
  return { community, sentences: sentences.length, missed };
}

const communities = linesOf(options.names).map(measure);
const harmless = linesOf("harmless.txt");
const refused = harmless.filter((sentence) => namesAPatient(sentence));

console.log("community        missed of sentences that name somebody (95 %)");
for (const { community, sentences, missed } of communities) {
  console.log(`${community.padEnd(16)} ${share(missed.length, sentences)}`);
  if (options.all) for (const sentence of missed) console.log(`      ${sentence}`);
}
const all = communities.reduce((sum, { sentences }) => sum + sentences, 0);
const missedOfAll = communities.reduce((sum, { missed }) => sum + missed.length, 0);
const shares = communities.map(({ sentences, missed }) => missed.length / sentences);
console.log(`${"all".padEnd(16)} ${share(missedOfAll, all)}`);
console.log(
  `between the best and the worst: ${(100 * (Math.max(...shares) - Math.min(...shares))).toFixed(1)} points`,
);
console.log(`harmless refused ${share(refused.length, harmless.length)}`);
for (const sentence of refused) console.log(`      ${sentence}`);
console.log(
  `memory of the screen's words and code in this engine: ${words.toFixed(1)} MB (run with --expose-gc for a firm figure)`,
);
if (options.json)
  writeFileSync(
    options.json,
    `${JSON.stringify(
      {
        communities: communities.map(({ community, sentences, missed }) => ({
          community,
          sentences,
          missed: missed.length,
          interval: wilson(missed.length, sentences),
        })),
        harmless: { sentences: harmless.length, refused },
        words,
      },
      null,
      1,
    )}\n`,
  );
