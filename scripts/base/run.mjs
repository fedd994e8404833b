import { spawn } from "node:child_process";

/** Programs started by this process and still running, and what is to happen to their ends. */
const running = /** @type {Map<import("node:child_process").ChildProcess, Promise<void>>} */ (new Map());

/** How long a program may take to end before it is ended, in milliseconds. */
const endAllowed = 5000;

/** Set once this process is to end: what a program was to be followed by then does not happen. */
let ending = false;

/** Ends whatever `run` started and waits for it: for a stop by Ctrl+C in the middle of a step. */
export async function endAll() {
  ending = true;
  const ends = [...running].map(([child, end]) => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), endAllowed);
    return end.then(() => clearTimeout(timer));
  });
  await Promise.all(ends);
}

/**
 * Runs a program to its end and keeps what it prints.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions & { onLine?: (line: string) => void }} [options]
 * @returns {Promise<{ status: number, stdout: string, stderr: string }>} status 127: the program was not found
 */
export function run(program, args, { onLine, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], windowsHide: true, ...options });
    running.set(child, new Promise((end) => child.once("close", () => end())));
    const text = { stdout: "", stderr: "" };
    for (const name of /** @type {const} */ (["stdout", "stderr"])) {
      child[name]?.setEncoding("utf8");
      child[name]?.on("data", (/** @type {string} */ part) => {
        text[name] += part;
        if (onLine) for (const line of part.split(/\r?\n/)) if (line.trim()) onLine(line.trim());
      });
    }
    child.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      running.delete(child);
      if (error.code === "ENOENT") resolve({ status: 127, ...text });
      else reject(error);
    });
    child.on("close", (code) => {
      running.delete(child);
      if (!ending) resolve({ status: code ?? 1, ...text });
    });
  });
}
