import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, toolEnv, toolNode, toolScript } from "../base/root.mjs";
import { npm } from "../building/install.mjs";

/** The suites in the order in which they run, and how many minutes each may take on a slow machine. */
export const suites = { check: 5, unit: 5, dom: 3, rules: 5, server: 20, faults: 15, e2e: 45 };

/** How long a suite that ran out of time may take to clean up, in milliseconds. */
const cleanUpAllowed = 15_000;

/** @typedef {keyof typeof suites} Suite */
/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {import("node:child_process").ChildProcess | undefined} */
let current;

/** Ends the suite that runs, and all that it started. */
export function endSuite() {
  kill(current, "SIGTERM");
}

/**
 * @param {Suite} suite
 * @returns {Promise<Count>}
 */
export function runSuite(suite) {
  return suite === "check" ? runCheck() : runVitest(suite);
}

/** Format, lint, types and architecture: one step that passes or fails. @returns {Promise<Count>} */
async function runCheck() {
  const [program, ...first] = npm();
  const { status, late } = await bounded("check", program, [...first, "run", "-s", "check"]);
  if (late) console.error(late);
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {Suite} suite */
async function runVitest(suite) {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-test-"));
  const report = join(folder, "report.json");
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  try {
    const args = [toolScript("vitest"), "run", "--project", suite, ...output];
    const { status, late } = await bounded(suite, toolNode(), args);
    if (late) console.error(late);
    return countOf(readReport(report), status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {{ status: string, assertionResults: readonly { status: string }[] }} FileReport
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
 * Runs a program whose output is shown as it comes, and ends it with all its children when its time is over.
 * @param {Suite} suite
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number, late: string }>} late: the sentence that says so, or empty
 */
function bounded(suite, program, args) {
  return new Promise((resolve) => {
    const own = process.platform !== "win32"; // a process group, so that a hung browser ends with its suite
    const child = spawn(program, args, {
      cwd: root,
      env: toolEnv(),
      stdio: ["ignore", "inherit", "inherit"],
      detached: own,
      shell: program === "npm.cmd",
    });
    current = child;
    let late = "";
    const timer = setTimeout(() => {
      late = `${suite} did not end within ${suites[suite]} minutes and was stopped.`;
      kill(child, "SIGTERM");
      setTimeout(() => kill(child, "SIGKILL"), cleanUpAllowed).unref();
    }, suites[suite] * 60_000);
    const end = (/** @type {number} */ status) => {
      clearTimeout(timer);
      current = undefined;
      resolve({ status, late });
    };
    child.once("error", () => end(127));
    child.once("exit", (code) => {
      kill(child, "SIGKILL"); // what it left behind
      end(late ? 1 : (code ?? 1));
    });
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
