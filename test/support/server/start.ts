import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../../../scripts/base/root.mjs";

/** A running `npm start`, without npm in between. */
export interface Start {
  readonly pid: number;
  /** What it has printed so far, both streams. */
  printed(): string;
  /** Waits until it has printed a text; throws when it ends before. */
  says(text: string): Promise<void>;
  /** Sends a signal and waits for the end; SIGINT goes to the whole process group, as a terminal's Ctrl+C does. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/** Starts `scripts/start.mjs` with these flags. */
export function start(flags: readonly string[], env: Readonly<Record<string, string>> = {}): Start {
  const child = spawn(process.execPath, [join(root, "scripts", "start.mjs"), ...flags], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      printed += part;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    pid: child.pid ?? 0,
    printed: () => printed,
    ended,
    async says(text) {
      while (!printed.includes(text)) {
        if (child.exitCode !== null) throw new Error(`it ended: ${printed}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return ended;
      if (signal === "SIGINT" && process.platform !== "win32") process.kill(-(child.pid ?? 0), signal);
      else child.kill(signal);
      return ended;
    },
  };
}
