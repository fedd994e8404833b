import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * What tells a running process from a later one with the same number: when it began, in the system's own words.
 * @param {number} pid
 * @returns {string} empty where no such process runs
 */
export function processBirth(pid) {
  try {
    if (process.platform === "linux") return bornOnLinux(pid);
    if (process.platform === "win32") return bornOnWindows(pid);
    return ask("ps", ["-o", "lstart=", "-p", String(pid)]).trim();
  } catch {
    return "";
  }
}

/** @param {number} pid */
function bornOnLinux(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // from field 3 on, see proc(5)
  if (fields[0] === "Z" || fields[0] === "X") return "";
  return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
}

/**
 * Windows shows no cheap start time; the program's name must do.
 * @param {number} pid
 */
function bornOnWindows(pid) {
  const row = ask("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]);
  return row.includes(`"${pid}"`) ? (row.split('"')[1] ?? "") : "";
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
function ask(program, args) {
  return execFileSync(program, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 5000,
  });
}
