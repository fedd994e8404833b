/**
 * Measures the screen of sentences: what it misses of each community's names, and which harmless sentences it refuses.
 *
 *   npm run -s bench:screen [-- --json FILE] [--all] [--names names-second.txt] [--templates FILE] [--harmless FILE]
 *
 * The sentences are invented. The first list of names was looked at while the rules were made; each later one was written
 * afterwards and looked at when it had been measured once. `--all` prints every miss. It also says what the words of the screen cost
 * in memory where they are loaded.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { share, wilson } from "./detector/share.ts";
import { linesOf, sentencesOf } from "./screen/sentences.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    all: { type: "boolean" },
    names: { type: "string", default: "names.txt" },
    templates: { type: "string", default: "templates.txt" },
    harmless: { type: "string", default: "harmless.txt" },
  },
});
const heapBefore = usedNow();
const { namesAPatient } = await import("#domain/detector/screen");
const { isOrdinary } = await import("#domain/detector/ordinary-word");
const { learnWords } = await import("#domain/detector/screening/learned");
learnWords(isOrdinary);
namesAPatient("a first sentence makes the lists, Ada Moss");
const words = (usedNow() - heapBefore) / 1e6;

/** Bytes of JavaScript's memory that are held. */
function usedNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const templates = linesOf(options.templates);

interface Community {
  readonly community: string;
  readonly sentences: number;
  readonly missed: readonly string[];
}

function measure(line: string): Community {
  const community = line.slice(0, line.indexOf(": "));
  const sentences = sentencesOf(line, templates);
  const missed = sentences.filter((sentence) => !namesAPatient(sentence));
  return { community, sentences: sentences.length, missed };
}

const communities = linesOf(options.names).map(measure);
const harmless = linesOf(options.harmless);
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
