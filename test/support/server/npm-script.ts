import { spawn } from "node:child_process";

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run -s <script> -- <args>`, as a person types it. */
export function npmScript(script: string, args: readonly string[], within = 60_000): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "-s", script, "--", ...args], { timeout: within });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (part) => {
      stdout += part;
    });
    child.stderr.on("data", (part) => {
      stderr += part;
    });
    child.once("error", reject);
    child.once("close", (status) => resolve({ status: status ?? -1, stdout, stderr }));
  });
}
