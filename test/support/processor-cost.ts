import { readFileSync } from "node:fs";

/** Milliseconds of processor that this process spends on a step: what else the machine does is not counted. */
export function processorCost(step: () => unknown): number {
  const begun = process.cpuUsage();
  step();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

/** Milliseconds of processor that another process has used so far (proc(5): ticks of 10 ms); elsewhere than on Linux the time of day. */
export function processorOf(pid: number): number {
  if (process.platform !== "linux") return performance.now();
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(")")).split(" ").slice(12, 14).map(Number);
  return 10 * (user + system);
}
