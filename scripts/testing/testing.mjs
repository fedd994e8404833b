import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal, runMain, sentence } from "../base/refusal.mjs";
import { endAll } from "../base/run.mjs";
import { atExit, prepareProgram } from "../building/prepare.mjs";
import { prepareMachine } from "./test-machine.mjs";
import { endSuites, inOrder, order, runSuite, suites } from "./test-suites.mjs";
import { voices } from "./voices.mjs";

/** @typedef {import("./test-suites.mjs").Suite} Suite */
/** @typedef {import("./test-suites.mjs").Count} Count */

/** Suites that need nothing on the machine but the packages; what else they could use they leave out where it is missing. */
const needNothing = /** @type {readonly Suite[]} */ (["check", "unit", "dom"]);

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, async () => {
    endSuites();
    await endAll();
    process.exit(130);
  });
}

await runMain(async () => {
  const chosen = chosenSuites(process.argv.slice(2));
  const total = (await prepared(chosen))
    ? await runAll(chosen)
    : { passed: 0, failed: chosen.length, skipped: 0 };
  if (process.env.CI)
    total.failed += total.skipped; // nothing is skipped there
  else if (total.skipped > 0) console.log(`${total.skipped} left out.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/** @param {readonly string[]} words */
function chosenSuites(words) {
  const all = /** @type {Suite[]} */ (Object.keys(suites));
  for (const word of words) {
    if (!Object.hasOwn(suites, word))
      throw new Refusal(`There is no suite named "${word}": ${all.join(", ")}.`);
  }
  return words.length > 0 ? all.filter((suite) => words.includes(suite)) : all;
}

/**
 * Installs and builds what the suites need; says why where that fails.
 * @param {readonly Suite[]} chosen
 */
async function prepared(chosen) {
  try {
    await prepareProgram();
    if (chosen.some((suite) => !needNothing.includes(suite))) await prepareMachine();
    return true;
  } catch (error) {
    console.error(sentence(error));
    return false;
  }
}

/**
 * Runs the suites, side by side, and says at the end how long each took.
 * @param {readonly Suite[]} chosen
 * @returns {Promise<Count>}
 */
async function runAll(chosen) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Map<Suite, number>} */
  const seconds = new Map();
  /** @type {string[]} */
  const named = [];
  const inTurn = order.filter((suite) => chosen.includes(suite));
  const { say, end } = voices(inTurn, (text) => process.stdout.write(text));
  const run = async (/** @type {Suite} */ suite) => {
    const began = Date.now();
    say(suite, `\n== ${suite}\n`);
    const { passed, failed, skipped, faults } = await runSuite(suite, (text) => say(suite, text));
    const took = Math.round((Date.now() - began) / 1000);
    say(suite, `== ${suite}: ${passed} passed, ${failed} failed, ${skipped} left out in ${took} s\n`);
    end(suite);
    seconds.set(suite, took);
    named.push(...faults);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  };
  const began = Date.now();
  const idleFrom = idleMs();
  const folder = mkdtempSync(join(tmpdir(), "chaperone-run-"));
  process.env.CHAPERONE_TEST_RUN = folder;
  // What tests start a hundred times, such as scripts/verify.ts, is read and freed of its types once.
  process.env.NODE_COMPILE_CACHE ??= join(folder, "compiled");
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  await inOrder(inTurn, run);
  const took = Date.now() - began;
  tellTimes(chosen, seconds, took / 1000, (idleMs() - idleFrom) / (took * cpus().length));
  for (const fault of named) console.log(`Failed: ${fault}`);
  return total;
}

/** For how many milliseconds the processor's cores have had nothing to do since the machine was started, added up. */
function idleMs() {
  return cpus().reduce((sum, { times }) => sum + times.idle, 0);
}

/**
 * @param {readonly Suite[]} chosen
 * @param {ReadonlyMap<Suite, number>} seconds
 * @param {number} inAll seconds
 * @param {number} idle share of the processor that nobody used meanwhile, 0 to 1: with little, only less work makes it quicker
 */
function tellTimes(chosen, seconds, inAll, idle) {
  const minutes = (/** @type {number} */ took) => (took / 60).toFixed(1).padStart(6);
  console.log("\nMinutes, the suites side by side:");
  for (const suite of chosen) console.log(`${suite.padEnd(8)}${minutes(seconds.get(suite) ?? 0)}`);
  console.log(`${"in all".padEnd(8)}${minutes(inAll)}, ${Math.round(idle * 100)} % of the processor idle\n`);
}
