import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { atExit } from "./at-exit.ts";

/** A program that a test started. Stopped by its own process id, never by name. */
export interface Child {
  readonly pid: number;
  /** Set once the program has ended, by itself or not. */
  ended(): boolean;
  /** All that it printed so far; also the last word when it does not start. */
  printed(): string;
  /** Ends it: asked first, killed when it has not gone after 3 seconds. */
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
atExit(() => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a program whose output goes to the file `log`. */
export function startChild(
  command: string,
  args: readonly string[],
  options: { readonly log: string; readonly cwd?: string; readonly env?: Record<string, string> },
): Child {
  const log = openSync(options.log, "a");
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  running.add(child);
  let ended = false;
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      running.delete(child);
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  return {
    pid: child.pid ?? 0,
    ended: () => ended,
    printed: () => readFileSync(options.log, "utf8"),
    async stop() {
      if (ended) return;
      child.kill("SIGTERM");
      await Promise.race([gone, sleep(3_000)]);
      if (!ended) child.kill("SIGKILL");
      await gone;
    },
  };
}
