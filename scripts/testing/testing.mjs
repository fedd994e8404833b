import { Refusal, runMain, sentence } from "../base/refusal.mjs";
import { endAll } from "../base/run.mjs";
import { prepareProgram } from "../building/prepare.mjs";
import { prepareMachine } from "./test-machine.mjs";
import { endSuite, runSuite, suites } from "./test-suites.mjs";

/** @typedef {import("./test-suites.mjs").Suite} Suite */
/** @typedef {import("./test-suites.mjs").Count} Count */

/** Suites that need nothing on the machine but the packages; what else they could use they leave out where it is missing. */
const needNothing = /** @type {readonly Suite[]} */ (["check", "unit", "dom"]);

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, async () => {
    endSuite();
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
 * @param {readonly Suite[]} chosen
 * @returns {Promise<Count>}
 */
async function runAll(chosen) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of chosen) {
    const began = Date.now();
    console.log(`\n== ${suite}`);
    const { passed, failed, skipped } = await runSuite(suite);
    console.log(
      `== ${suite}: ${passed} passed, ${failed} failed, ${skipped} left out in ${Math.round((Date.now() - began) / 1000)} s`,
    );
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
