import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root, toolEnv, toolNode, toolScript } from "../base/root.mjs";
import { npm } from "../building/install.mjs";

/** The suites as they are told, and how many minutes each may take on a slow machine. */
export const suites = { check: 15, unit: 15, dom: 10, rules: 15, server: 35, faults: 25, e2e: 55 };

/**
 * In which order they begin, the longest first, and how many run side by side. Whichever ends makes room for the next, so
 * that only the short ones at the end can leave a part of the processor idle. `check` writes anew what `unit` and `dom` read
 * (`npm run sync`), and so is over before them.
 * @type {readonly Suite[]}
 */
export const order = ["e2e", "check", "server", "faults", "unit", "rules", "dom"];
const atOnce = 2;

/**
 * Runs suites one after the other, as many at once as may.
 * @param {readonly Suite[]} inTurn
 * @param {(suite: Suite) => Promise<void>} run
 */
export async function inOrder(inTurn, run) {
  const waiting = [...inTurn];
  const lane = async () => {
    for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) await run(suite);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** How long a suite that ran out of time may take to clean up, in milliseconds. */
const cleanUpAllowed = 15_000;

/** @typedef {keyof typeof suites} Suite */
/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {Count & { faults: readonly string[] }} Ran `faults`: what failed, by name */
/** @typedef {(text: string) => void} Say takes what a suite prints, as it comes */

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Ends the suites that run, and all that they started. */
export function endSuites() {
  for (const child of running) kill(child, "SIGTERM");
}

/**
 * @param {Suite} suite
 * @param {Say} say
 * @returns {Promise<Ran>}
 */
export function runSuite(suite, say) {
  return suite === "check" ? runCheck(say) : runVitest(suite, say);
}

/**
 * Format, lint, types and architecture: one step that passes or fails.
 * @param {Say} say
 * @returns {Promise<Ran>}
 */
async function runCheck(say) {
  const [program, ...first] = npm();
  const status = await bounded("check", program, [...first, "run", "-s", "check"], say);
  return status === 0
    ? { passed: 1, failed: 0, skipped: 0, faults: [] }
    : { passed: 0, failed: 1, skipped: 0, faults: ["check"] };
}

/**
 * @param {Suite} suite
 * @param {Say} say
 * @returns {Promise<Ran>}
 */
async function runVitest(suite, say) {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-test-"));
  const report = join(folder, "report.json");
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  try {
    const args = [toolScript("vitest"), "run", "--project", suite, ...output];
    const status = await bounded(suite, toolNode(), args, say);
    const told = readReport(report);
    const faults = faultsOf(told);
    const badEnd = status !== 0 && faults.length === 0;
    return {
      ...countOf(told, status),
      faults: badEnd ? [`${suite}: it ended with ${status}, see what it printed`] : faults,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {{ status: string, fullName?: string, failureMessages?: readonly string[] }} TestReport
 * @typedef {{ name?: string, status: string, assertionResults: readonly TestReport[] }} FileReport
 * @typedef {{ testResults: readonly FileReport[] }} Report
 */

/**
 * Counts a suite's tests. A file that failed outside its tests counts as one failure, and so does a suite that left no
 * report, held no test, or ended badly although each test passed.
 * @param {Report | undefined} report
 * @param {number} status the suite's exit code
 * @returns {Count}
 */
export function countOf(report, status) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report?.testResults ?? []) {
    const failed = file.assertionResults.filter((test) => test.status === "failed").length;
    count.passed += file.assertionResults.filter((test) => test.status === "passed").length;
    count.skipped += file.assertionResults.filter((test) =>
      /^(pending|skipped|todo|disabled)$/.test(test.status),
    ).length;
    count.failed += failed === 0 && file.status === "failed" ? 1 : failed;
  }
  const nothing = count.passed + count.failed + count.skipped === 0;
  if (count.failed === 0 && (nothing || status !== 0)) count.failed = 1;
  return count;
}

/** Most that are named. */
const mostNamed = 40;
/** Signs of what a test says of its failure. */
const mostOfWhy = 300;

/**
 * Names what failed, so that it stands at the end of a long output: each test, and each file that failed outside its own.
 * @param {Report | undefined} report
 * @returns {string[]}
 */
export function faultsOf(report) {
  const faults = (report?.testResults ?? []).flatMap(({ name = "", status, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [file] : [];
    return failed.map((test) => `${file}: ${test.fullName ?? ""}${whyOf(test)}`);
  });
  return faults.slice(0, mostNamed);
}

/** The first line of what a test says of its failure, without colours, shortened: whoever reads the end alone knows it. */
function whyOf(/** @type {TestReport} */ { failureMessages: [message = ""] = [] }) {
  const [line = ""] = stripVTControlCharacters(message).split("\n");
  return line === "" ? "" : `: ${line.slice(0, mostOfWhy)}`;
}

/**
 * @param {string} file
 * @returns {Report | undefined}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Runs a program whose output is told as it comes, and ends it with all its children when its time is over.
 * @param {Suite} suite
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Say} say
 * @returns {Promise<number>} its exit code, 1 where its time was over
 */
function bounded(suite, program, args, say) {
  return new Promise((resolve) => {
    const own = process.platform !== "win32"; // a process group, so that a hung browser ends with its suite
    const colours = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
    const child = spawn(program, args, {
      cwd: root,
      env: { ...toolEnv(), ...colours },
      stdio: ["ignore", "pipe", "pipe"],
      detached: own,
      shell: program === "npm.cmd",
    });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", say);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      say(`${suite} did not end within ${suites[suite]} minutes and was stopped.\n`);
      kill(child, "SIGTERM");
      setTimeout(() => kill(child, "SIGKILL"), cleanUpAllowed).unref();
    }, suites[suite] * 60_000);
    const end = (/** @type {number} */ status) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(status);
    };
    child.once("error", () => end(127));
    child.once("exit", () => kill(child, "SIGKILL")); // what it left behind
    child.once("close", (code) => end(late ? 1 : (code ?? 1)));
  });
}

/**
 * @param {import("node:child_process").ChildProcess | undefined} child
 * @param {NodeJS.Signals} signal
 */
function kill(child, signal) {
  if (!child?.pid) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // the group has ended already
  }
}
